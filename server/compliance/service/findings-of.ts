import { Problem } from '../../kernel/problem.ts';
import type { Uow } from '../../platform/uow.ts';
import { findingsWith } from '../rules/override.ts';
import { scoreById } from '../store/scores.ts';

export interface Findings {
  scoreId: string;
  policyVersionId: string;
  rubricVersion: string;
  score: number;
  band: 'pass' | 'review' | 'reject';
  coherent: boolean;
  readBy: 'machine' | 'people' | 'nobody';
  /** Who filled the sheet by hand that waits for a second person. */
  sheetBy: string | null;
  /** Findings whose override waits for an officer's co-signature. */
  waiting: { finding: string; by: string }[];
  /** Core criteria missing or contradicted, by id. */
  coreGaps: string[];
  blockingFlags: string[];
  /** Every criterion with its verdict and the applicant's words behind it. */
  criteria: { id: string; verdict: string; quotes: string[] }[];
  flags: { id: string; severity: string; quotes: string[] }[];
}

/** What a decision may rest on, of one score, as people judge it where they do. Throws `not_found`. */
export async function findingsOf(uow: Uow, scoreId: string): Promise<Findings> {
  const score = await scoreById(uow, scoreId);
  if (!score) throw new Problem('not_found');
  const overrides = score.overrides ?? [];
  const reading = findingsWith(
    score.reading,
    overrides.filter(({ state }) => state === 'standing'),
  );
  const quotes = (evidence: readonly { quote: string }[]) => evidence.map((one) => one.quote);
  return {
    scoreId,
    policyVersionId: score.policy_version_id,
    rubricVersion: score.reading.rubric_version,
    score: score.adjusted?.score ?? score.score,
    band: score.adjusted?.band ?? score.band,
    coherent: score.adjusted?.coherent ?? score.coherent,
    waiting: overrides
      .filter(({ state }) => state !== 'standing')
      .map(({ finding, by }) => ({ finding, by })),
    readBy: score.read_by,
    sheetBy: score.sheet_by,
    coreGaps: reading.criteria
      .filter((one) => one.core && (one.verdict === 'missing' || one.verdict === 'contradicted'))
      .map((one) => one.id),
    blockingFlags: reading.red_flags.filter((flag) => flag.severity === 'blocking').map((flag) => flag.id),
    criteria: reading.criteria.map((one) => ({
      id: one.id,
      verdict: one.verdict,
      quotes: quotes(one.evidence),
    })),
    flags: reading.red_flags.map((one) => ({
      id: one.id,
      severity: one.severity,
      quotes: quotes(one.evidence),
    })),
  };
}
