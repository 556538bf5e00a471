import { Problem } from '../../kernel/problem.ts';
import { inSavepoint, type Uow } from '../../platform/uow.ts';
import type { Picked } from '../schema/assignment.ts';
import { assign, takeBack } from './assign.ts';

/** What became of each row, in the order asked. */
export type RowOutcome = { id: string; problem: Problem | null };

/**
 * Runs one command on every row in one transaction: a row that is refused leaves nothing behind and the others go on
 * (trust 17). Rows are taken in the order of their ids, so that two such commands never wait for each other in a ring.
 */
async function onEach(
  uow: Uow,
  rows: readonly Picked[],
  run: (row: Picked) => Promise<void>,
): Promise<RowOutcome[]> {
  const outcomes = new Map<string, Problem | null>();
  for (const row of [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    try {
      await inSavepoint(uow, () => run(row));
      outcomes.set(row.id, null);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      outcomes.set(row.id, error);
    }
  }
  return rows.map(({ id }) => ({ id, problem: outcomes.get(id) ?? null }));
}

/** A lead gives several items to one person, with one reason for all. */
export const assignEach = (
  uow: Uow,
  { person_id, reason, items }: { person_id: string; reason: string; items: readonly Picked[] },
): Promise<RowOutcome[]> =>
  onEach(uow, items, ({ id, version }) => assign(uow, id, version, { person_id, reason }));

/** A lead takes several items back into the queue, with one reason for all. */
export const takeBackEach = (
  uow: Uow,
  { reason, items }: { reason: string; items: readonly Picked[] },
): Promise<RowOutcome[]> => onEach(uow, items, ({ id, version }) => takeBack(uow, id, version, reason));
