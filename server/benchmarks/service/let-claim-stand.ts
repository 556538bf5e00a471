import { record } from '../../audit/record.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Uow } from '../../platform/uow.ts';
import { lockClaim, updateClaim } from '../store.ts';

/**
 * A second reviewer lets a claim stand that fails arithmetic or lies far below its norm, with a reason (M39). Who may is
 * the caller's to check. Throws `wrong_state` when the claim blocks nothing or was let stand already.
 */
export async function letClaimStand(
  uow: Uow,
  applicationId: string,
  input: { claimId: string; reason: string },
): Promise<void> {
  const claim = await lockClaim(uow, applicationId, input.claimId);
  if (uow.actor.kind !== 'person') throw new Problem('forbidden');
  const blocks = claim.worst_verdict === 'arithmetic' || claim.worst_verdict === 'second_reviewer';
  if (!blocks || claim.let_stand_by !== null)
    throw new Problem('wrong_state', {
      subject: 'claim',
      state: claim.worst_verdict,
      command: 'let_claim_stand',
    });
  await updateClaim(uow, claim.id, {
    let_stand_by: uow.actor.id,
    let_stand_reason: input.reason,
    let_stand_at: await uow.now(),
  });
  await record(uow, {
    type: 'claim.let_stand',
    subject: { kind: 'application', id: applicationId },
    data: { claim_id: claim.id, verdict: claim.worst_verdict },
    texts: { reason: input.reason },
  });
}
