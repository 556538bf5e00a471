import { record } from '../../audit/record.ts';
import { canonical } from '../../platform/digest.ts';
import type { Uow } from '../../platform/uow.ts';
import type { BenchmarkFigures } from '../schema/claim.ts';
import { claimsOfRevision, insertClaims } from '../store.ts';

/**
 * Keeps the claims of one revision, one per case study in the form's order (M33). A claim that was let stand and is
 * unchanged since the revision before stays so.
 */
export async function fileClaims(
  uow: Uow,
  applicationId: string,
  revision: number,
  studies: readonly { caseStudyId: string; figures: BenchmarkFigures }[],
): Promise<void> {
  const before = revision > 1 ? await claimsOfRevision(uow, applicationId, revision - 1) : [];
  const rows = studies.map(({ caseStudyId, figures }, position) => {
    const kept = { case_study_id: caseStudyId, ...figures };
    const same = before.find((row) => canonical(row.figures) === canonical(kept));
    return {
      id: uow.id(),
      application_id: applicationId,
      revision,
      position,
      channel: figures.channel,
      vertical: figures.vertical,
      currency: figures.currency,
      cpl_minor: figures.cpl_minor,
      figures: kept,
      let_stand_by: same?.let_stand_by ?? null,
      let_stand_reason: same?.let_stand_reason ?? null,
      let_stand_at: same?.let_stand_at ?? null,
    };
  });
  await insertClaims(uow, rows);
  await record(uow, {
    type: 'claims.filed',
    subject: { kind: 'application', id: applicationId },
    data: { revision, claim_ids: rows.map((row) => row.id) },
  });
}
