import { record } from '../../audit/record.ts';
import type { Uow } from '../../platform/uow.ts';
import { readStatement } from '../reader/read.ts';
import { storedReading } from '../rules/stored-reading.ts';
import { insertScore, scoreUnder, statementOf } from '../store/scores.ts';
import { currentReader } from './current-reader.ts';

export interface ScoreSummary {
  scoreId: string;
  score: number;
  band: 'pass' | 'review' | 'reject';
  language: string;
  /** `nobody`: the language is not read, people fill the sheet. */
  readBy: 'machine' | 'people' | 'nobody';
  policyVersionId: string;
}

/** Reads the statement of a revision under the rubric in force, once: a second run finds the first one's score (M18). */
export async function readStatementOf(
  uow: Uow,
  subject: { kind: string; id: string },
  revision: number,
): Promise<ScoreSummary> {
  const { reader, book, policyVersionId } = await currentReader(uow);
  const statement = await statementOf(uow, subject.id, revision);
  const earlier = await scoreUnder(uow, statement.id, policyVersionId);
  if (earlier)
    return {
      scoreId: earlier.id,
      score: earlier.score,
      band: earlier.band,
      language: earlier.language,
      readBy: earlier.read_by,
      policyVersionId,
    };
  const reading = readStatement(reader, statement);
  const readBy = reading.not_read ? ('nobody' as const) : ('machine' as const);
  const scoreId = uow.id();
  await insertScore(uow, {
    id: scoreId,
    statement_id: statement.id,
    policy_version_id: policyVersionId,
    score: reading.score,
    band: reading.band,
    completeness: reading.completeness,
    coherence: reading.coherence,
    coherent: reading.coherent,
    language: reading.language,
    read_by: readBy,
    reading: storedReading(reading, book, statement.sourcing_map),
  });
  const summary = { score: reading.score, band: reading.band, language: reading.language };
  await record(uow, {
    type: 'statement.read',
    subject,
    data: {
      revision,
      statement_id: statement.id,
      score_id: scoreId,
      policy_version_id: policyVersionId,
      ...summary,
      read_by: readBy,
    },
  });
  return { scoreId, ...summary, readBy, policyVersionId };
}
