import { record } from '../../audit/record.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Uow } from '../../platform/uow.ts';
import { confirmationsOf, putConfirmation, scoreById } from '../store/scores.ts';

/**
 * A person says that a finding of the reading holds, or does not, having looked at its evidence; rejecting on it needs
 * the former. Throws `not_found` for a finding the reading does not have.
 */
export async function confirmFinding(
  uow: Uow,
  subject: { kind: string; id: string },
  input: { scoreId: string; finding: string; confirmed: boolean },
): Promise<void> {
  const score = await scoreById(uow, input.scoreId);
  if (!score || score.subject_id !== subject.id || uow.actor.kind !== 'person')
    throw new Problem('not_found');
  const [kind, id] = input.finding.split(':', 2);
  const gap = (verdict: string) => verdict === 'missing' || verdict === 'contradicted';
  const exists =
    kind === 'flag'
      ? score.reading.red_flags.some((flag) => flag.id === id)
      : score.reading.criteria.some((one) => one.id === id && gap(one.verdict));
  if (!exists) throw new Problem('not_found');
  await putConfirmation(uow, {
    score_id: input.scoreId,
    finding: input.finding,
    person_id: uow.actor.id,
    confirmed: input.confirmed,
  });
  await record(uow, {
    type: input.confirmed ? 'finding.confirmed' : 'finding.denied',
    subject,
    data: { score_id: input.scoreId, finding: input.finding },
  });
}

/** What a person said about findings of this score, either way. */
export const judgedFindings = (
  uow: Uow,
  scoreId: string,
): Promise<{ finding: string; confirmed: boolean }[]> => confirmationsOf(uow, scoreId);

/** The findings of this score that a person confirmed. */
export async function confirmedFindings(uow: Uow, scoreId: string): Promise<Set<string>> {
  const rows = await confirmationsOf(uow, scoreId);
  return new Set(rows.filter((row) => row.confirmed).map((row) => row.finding));
}
