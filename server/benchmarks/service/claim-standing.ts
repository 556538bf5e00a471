import type { Uow } from '../../platform/uow.ts';
import type { ClaimVerdictName } from '../schema/reply.ts';
import { claimsOfRevision, verdictsOfRevision } from '../store.ts';

export interface ClaimStanding {
  /** What a decision cites. */
  verdictIds: string[];
  policyVersionIds: string[];
  normVersionIds: string[];
  /** Claims that keep approval from being offered: failed arithmetic or z <= -3, not let stand (M39). */
  blocking: { claimId: string; position: number; caseStudyId: string; verdict: ClaimVerdictName }[];
}

/** How the claims of a revision stand when a decision is to be taken. */
export async function claimStanding(
  uow: Uow,
  applicationId: string,
  revision: number,
): Promise<ClaimStanding> {
  const [claims, verdicts] = await Promise.all([
    claimsOfRevision(uow, applicationId, revision),
    verdictsOfRevision(uow, applicationId, revision),
  ]);
  const blocks = (verdict: string) => verdict === 'arithmetic' || verdict === 'second_reviewer';
  return {
    verdictIds: verdicts.map((row) => row.id),
    policyVersionIds: [...new Set(verdicts.map((row) => row.policy_version_id))],
    normVersionIds: [...new Set(verdicts.map((row) => row.norm_version_id))],
    blocking: claims
      .filter((claim) => blocks(claim.worst_verdict) && claim.let_stand_by === null)
      .map((claim) => ({
        claimId: claim.id,
        position: claim.position,
        caseStudyId: claim.figures.case_study_id,
        verdict: claim.worst_verdict,
      })),
  };
}
