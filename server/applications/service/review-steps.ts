import type { z } from 'zod';
import { record } from '../../audit/record.ts';
import { letClaimStand } from '../../benchmarks/service/let-claim-stand.ts';
import { confirmFinding } from '../../compliance/service/confirm-finding.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Uow } from '../../platform/uow.ts';
import { involve, renewLease } from '../../queue/service/holder.ts';
import type { confirmFindingBody, letClaimStandBody } from '../schema/review.ts';
import { changeApplication } from '../store/applications.ts';
import { acceptRequest } from '../store/requests.ts';
import { heldItem, reviewFor } from './review-facts.ts';

/** Accepts one answered item; the applicant sees it at once. Throws `not_found` for a request that waits for no answer. */
export async function acceptItem(uow: Uow, id: string, version: number, requestId: string): Promise<number> {
  const review = await reviewFor(uow, id, version, 'accept_item');
  const item = await acceptRequest(uow, id, requestId, review.person.id);
  if (!item) throw new Problem('not_found');
  const next = await changeApplication(uow, review.application, {}, 'people');
  await involve(uow, id, 'held');
  await renewLease(uow, heldItem(review, 'application'));
  await record(uow, {
    type: 'application.item_accepted',
    subject: { kind: 'application', id, version: next },
    data: { request_id: requestId, item },
  });
  return next;
}

/** Confirms or denies one finding on its evidence; rejecting on it needs the confirmation. */
export async function confirmReviewFinding(
  uow: Uow,
  id: string,
  version: number,
  input: z.output<typeof confirmFindingBody>,
): Promise<number> {
  const review = await reviewFor(uow, id, version, 'confirm_finding');
  const { application } = review;
  const subject = { kind: 'application', id };
  await confirmFinding(uow, subject, { scoreId: application.score_id ?? '', ...input });
  await involve(uow, id, 'held');
  await renewLease(uow, heldItem(review, 'application'));
  return changeApplication(uow, application, {}, 'people');
}

/** A second reviewer lets a claim stand that keeps approval from being offered, with a reason (M39). */
export async function letStand(
  uow: Uow,
  id: string,
  version: number,
  input: z.output<typeof letClaimStandBody>,
): Promise<number> {
  const { application } = await reviewFor(uow, id, version, 'let_claim_stand');
  await letClaimStand(uow, id, { claimId: input.claim_id, reason: input.reason });
  await involve(uow, id, 'seconded');
  return changeApplication(uow, application, {}, 'people');
}
