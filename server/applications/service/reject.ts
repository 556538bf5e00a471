import type { z } from 'zod';
import { claimIdsOf } from '../../benchmarks/service/claim-ids.ts';
import { confirmedFindings } from '../../compliance/service/confirm-finding.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Uow } from '../../platform/uow.ts';
import { checkReasons, textsOf } from '../rules/reasons.ts';
import type { rejectBody } from '../schema/review.ts';
import { formOf } from '../store/revisions.ts';
import { decide } from './decide.ts';
import { refuseBlocked, reviewFor } from './review-facts.ts';

const lacks = (verdict: string) => ['partial', 'missing', 'contradicted'].includes(verdict);

/**
 * Refuses an application with reason codes (M7). Each core gap and blocking flag it rests on must be there and confirmed
 * by a person; quotes must be the applicant's own words. Against band pass a second person must agree.
 */
export async function reject(
  uow: Uow,
  id: string,
  version: number,
  input: z.output<typeof rejectBody>,
): Promise<number> {
  const review = await reviewFor(uow, id, version, 'reject');
  const { application, findings, facts } = review;
  const form = await formOf(uow, id, application.revision);
  const { errors, unconfirmed } = checkReasons(input.reasons, {
    coreGaps: findings?.coreGaps ?? [],
    blockingFlags: findings?.blockingFlags ?? [],
    wanting: (findings?.criteria ?? []).filter(({ verdict }) => lacks(verdict)).map(({ id: name }) => name),
    confirmed: await confirmedFindings(uow, application.score_id ?? ''),
    claimIds: await claimIdsOf(uow, id, application.revision),
    round: facts.round,
    maxRounds: facts.maxRounds,
    texts: textsOf(form),
  });
  if (errors.length > 0) throw new Problem('invalid_input', {}, { fields: errors });
  refuseBlocked(
    'reject',
    unconfirmed.map((finding) => ({ code: 'finding_unconfirmed', params: { finding } })),
  );
  return decide(uow, review, { kind: 'reject', channels: {}, ...input });
}
