import { Problem } from '../../kernel/problem.ts';
import type { Overrides } from '../../platform/tables.gen.ts';
import type { Uow } from '../../platform/uow.ts';
import type { Adjusted } from '../rules/override.ts';

export type OverrideRow = Overrides;
const open = ['awaiting_co_signature', 'standing'] as const;

/** The overrides of a score that stand or wait, locked, oldest first. */
export const openOverrides = (uow: Uow, scoreId: string): Promise<OverrideRow[]> =>
  uow
    .trx('overrides')
    .where({ score_id: scoreId })
    .whereIn('state', [...open])
    .orderBy('id')
    .forUpdate();

/** Locked. Throws `not_found`. */
export async function lockOverride(uow: Uow, id: string, scoreId: string): Promise<OverrideRow> {
  const row = await uow.trx('overrides').where({ id, score_id: scoreId }).forUpdate().first();
  if (!row) throw new Problem('not_found');
  return row;
}

export async function insertOverride(
  uow: Uow,
  row: Omit<OverrideRow, 'co_signed_by' | 'closed_at'>,
): Promise<void> {
  await uow.trx('overrides').insert(row);
}

export async function changeOverride(
  uow: Uow,
  id: string,
  change: Partial<Pick<OverrideRow, 'state' | 'co_signed_by' | 'closed_at'>>,
): Promise<void> {
  await uow.trx('overrides').where({ id }).update(change);
}

/** Keeps the score as people judge it beside the machine's; null takes it away again. */
export async function putAdjusted(
  uow: Uow,
  scoreId: string,
  adjusted: (Adjusted & { overrides: number }) | null,
): Promise<void> {
  if (adjusted === null) {
    await uow.trx('adjusted_scores').where({ score_id: scoreId }).delete();
    return;
  }
  const { caps, score, band, completeness, coherence, coherent, overrides } = adjusted;
  await uow
    .trx('adjusted_scores')
    .insert({
      score_id: scoreId,
      score,
      band,
      completeness,
      coherence,
      coherent,
      overrides,
      caps: JSON.stringify(caps),
      adjusted_at: await uow.now(),
    })
    .onConflict('score_id')
    .merge();
}
