import type { Uow } from '../../platform/uow.ts';
import { currentPolicy } from '../../policies/service/current-policy.ts';
import { peoplesWorkOn } from '../store/peoples-work.ts';
import { readStatementOf, type ScoreSummary } from './read-statement.ts';

/** Why a reading stays as it is: people judged on it, and that is not thrown away unasked. */
export type Kept = 'judged' | 'confirmed' | 'read_by_people';

/**
 * Reads a statement again by the rubric in force, unless people worked on the reading there is. Null: it was read by
 * that book already. The caller has locked whose statement it is.
 */
export async function rereadStatement(
  uow: Uow,
  subject: { kind: string; id: string },
  revision: number,
  scoreId: string,
): Promise<ScoreSummary | Kept | null> {
  const [book, work] = [await currentPolicy(uow, 'rubric'), await peoplesWorkOn(uow, scoreId)];
  if (!work || work.policy_version_id === book.id) return null;
  if (work.judged) return 'judged';
  if (work.read_by === 'people' || work.sheet) return 'read_by_people';
  if (work.confirmed) return 'confirmed';
  return readStatementOf(uow, subject, revision);
}
