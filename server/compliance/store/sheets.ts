import type { ReadingSheets } from '../../platform/tables.gen.ts';
import type { Uow } from '../../platform/uow.ts';
import type { Sheet } from '../schema/sheet.ts';

export type SheetRow = ReadingSheets & { verdicts: Sheet['verdicts']; flags: Sheet['flags'] };

/** The newest sheet of a statement, locked; undefined where nobody filled one. */
export const lockSheet = (uow: Uow, statementId: string): Promise<SheetRow | undefined> =>
  uow
    .trx<SheetRow>('reading_sheets')
    .where({ statement_id: statementId })
    .orderBy('filled_at', 'desc')
    .forUpdate()
    .first();

export async function insertSheet(
  uow: Uow,
  row: Pick<SheetRow, 'id' | 'statement_id' | 'policy_version_id' | 'verdicts' | 'flags' | 'filled_by'>,
): Promise<void> {
  await uow.trx('reading_sheets').insert({
    ...row,
    state: 'awaiting_second',
    verdicts: JSON.stringify(row.verdicts),
    flags: JSON.stringify(row.flags),
    filled_at: await uow.now(),
  });
}

export async function closeSheet(
  uow: Uow,
  id: string,
  change: Partial<Pick<SheetRow, 'state' | 'second_by' | 'reason'>>,
): Promise<void> {
  await uow
    .trx('reading_sheets')
    .where({ id })
    .update({ ...change, closed_at: await uow.now() });
}
