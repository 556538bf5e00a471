import { record } from '../../audit/record.ts';
import { step } from '../../kernel/machine.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Uow } from '../../platform/uow.ts';
import { currentPolicy, loadPolicy } from '../../policies/service/current-policy.ts';
import { sheetLifecycle } from '../lifecycle.ts';
import { readingOfSheet, sheetFaults } from '../rules/sheet.ts';
import type { RubricBook } from '../schema/rubric.ts';
import type { Sheet } from '../schema/sheet.ts';
import { insertScore, statementOf } from '../store/scores.ts';
import { closeSheet, insertSheet, lockSheet } from '../store/sheets.ts';

type Subject = { kind: string; id: string };

/**
 * Keeps a sheet filled by hand; it counts once a second person confirmed it. Throws `invalid_input` naming every place
 * that is missing, unknown, or rests on words that do not stand in the text.
 */
export async function fillSheet(
  uow: Uow,
  subject: Subject,
  personId: string,
  revision: number,
  sheet: Sheet,
): Promise<void> {
  const statement = await statementOf(uow, subject.id, revision);
  const policy = await currentPolicy<RubricBook>(uow, 'rubric');
  const fields = sheetFaults(policy.document, statement, sheet);
  if (fields.length > 0) throw new Problem('invalid_input', {}, { fields });
  const earlier = await lockSheet(uow, statement.id);
  if (earlier?.state === 'awaiting_second')
    await closeSheet(uow, earlier.id, { state: step(sheetLifecycle, earlier.state, 'replace') });
  const id = uow.id();
  await insertSheet(uow, {
    id,
    statement_id: statement.id,
    policy_version_id: policy.id,
    verdicts: sheet.verdicts,
    flags: sheet.flags,
    filled_by: personId,
  });
  await record(uow, {
    type: 'statement.sheet_filled',
    subject,
    data: { sheet_id: id, statement_id: statement.id },
  });
}

export interface SheetScore {
  scoreId: string;
  score: number;
  band: 'pass' | 'review' | 'reject';
}

/**
 * A second person confirms the sheet, whose score then counts, or returns it with a reason (null). Throws
 * `second_person_required` for one's own, `wrong_state` where none waits.
 */
export async function confirmSheet(
  uow: Uow,
  subject: Subject,
  personId: string,
  revision: number,
  answer: { agree: true } | { agree: false; reason: string },
): Promise<SheetScore | null> {
  const statement = await statementOf(uow, subject.id, revision);
  const sheet = await lockSheet(uow, statement.id);
  if (!sheet) throw new Problem('not_found');
  const state = step(sheetLifecycle, sheet.state, answer.agree ? 'confirm' : 'return');
  if (sheet.filled_by === personId) throw new Problem('second_person_required');
  const reason = answer.agree ? null : answer.reason;
  await closeSheet(uow, sheet.id, { state, second_by: personId, reason });
  if (reason !== null) {
    await record(uow, {
      type: 'statement.sheet_returned',
      subject,
      data: { sheet_id: sheet.id },
      texts: { reason },
    });
    return null;
  }
  const { document } = await loadPolicy<RubricBook>(uow, sheet.policy_version_id);
  const { reading, caps: _, ...result } = readingOfSheet(document, statement, sheet);
  const scoreId = uow.id();
  await insertScore(uow, {
    id: scoreId,
    statement_id: statement.id,
    policy_version_id: sheet.policy_version_id,
    ...result,
    language: 'und',
    read_by: 'people',
    reading,
  });
  await record(uow, {
    type: 'statement.read',
    subject,
    data: {
      revision,
      statement_id: statement.id,
      score_id: scoreId,
      policy_version_id: sheet.policy_version_id,
      score: result.score,
      band: result.band,
      language: 'und',
      read_by: 'people',
    },
  });
  return { scoreId, score: result.score, band: result.band };
}
