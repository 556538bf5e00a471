import type { z } from 'zod';
import { coSign, overrideFinding } from '../../compliance/service/override.ts';
import type { Uow } from '../../platform/uow.ts';
import { involve, renewLease } from '../../queue/service/holder.ts';
import type { coSignBody, overrideBody } from '../schema/review.ts';
import { changeApplication } from '../store/applications.ts';
import { heldItem, type Review, reviewFor } from './review-facts.ts';

const signing = ({ person }: Review) => ({
  id: person.id,
  officer: person.roles.includes('compliance_officer'),
});

/**
 * The holder judges a finding otherwise than the reading did; score and band of the application follow at once, or when
 * an officer has signed. Returns the application's new version.
 */
export async function override(
  uow: Uow,
  id: string,
  version: number,
  input: z.output<typeof overrideBody>,
): Promise<number> {
  const review = await reviewFor(uow, id, version, 'override');
  const { application } = review;
  const subject = { kind: 'application', id };
  const given = { ...input, scoreId: application.score_id ?? '' };
  const { score, band } = await overrideFinding(uow, subject, signing(review), given);
  await involve(uow, id, 'held');
  await renewLease(uow, heldItem(review, 'application'));
  return changeApplication(uow, application, { score, band }, 'people');
}

/** An officer signs or refuses a judgement that waits. Returns the application's new version. */
export async function signOverride(
  uow: Uow,
  id: string,
  version: number,
  input: z.output<typeof coSignBody>,
): Promise<number> {
  const review = await reviewFor(uow, id, version, 'co_sign');
  const { application } = review;
  const { score, band } = await coSign(uow, { kind: 'application', id }, signing(review), {
    scoreId: application.score_id ?? '',
    overrideId: input.override_id,
    agree: input.agree,
    reason: input.agree ? '' : input.reason,
  });
  await involve(uow, id, 'seconded');
  return changeApplication(uow, application, { score, band }, 'people');
}
