import { record } from '../../audit/record.ts';
import type { Uow } from '../../platform/uow.ts';
import { judgeFigures, worse } from '../rules/judge-figures.ts';
import type { ClaimVerdictName } from '../schema/reply.ts';
import { claimsOfRevision, insertVerdicts, updateClaim, verdictsOfClaims } from '../store.ts';
import { currentNorms } from './current-norms.ts';

/**
 * Judges every claim of a revision under the norms in force, once: claims that already have a verdict under them are left
 * (M37). Returns the worst verdict of the revision.
 */
export async function judgeClaims(
  uow: Uow,
  applicationId: string,
  revision: number,
): Promise<ClaimVerdictName> {
  const claims = await claimsOfRevision(uow, applicationId, revision);
  const { id, norms, book, policyVersionId } = await currentNorms(uow);
  const done = new Set(
    (
      await verdictsOfClaims(
        uow,
        claims.map((claim) => claim.id),
      )
    )
      .filter((row) => row.norm_version_id === id && row.policy_version_id === policyVersionId)
      .map((row) => row.claim_id),
  );
  const asOf = (await uow.now()).toISOString().slice(0, 7);
  let worst: ClaimVerdictName = 'plausible';
  for (const claim of claims) {
    if (done.has(claim.id)) {
      worst = worse(worst, claim.worst_verdict);
      continue;
    }
    const judged = judgeFigures(norms, book, claim.figures, asOf);
    await insertVerdicts(
      uow,
      { norm_version_id: id, policy_version_id: policyVersionId },
      judged.verdicts.map((verdict) => ({ claimId: claim.id, verdict })),
    );
    await updateClaim(uow, claim.id, { worst_verdict: judged.worst });
    worst = worse(worst, judged.worst);
  }
  if (done.size < claims.length)
    await record(uow, {
      type: 'claims.judged',
      subject: { kind: 'application', id: applicationId },
      data: { revision, norm_version_id: id, policy_version_id: policyVersionId, worst },
    });
  return worst;
}
