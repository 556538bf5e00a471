import { Problem } from '../kernel/problem.ts';
import { canonical, sha256 } from '../platform/digest.ts';
import type { Claims } from '../platform/tables.gen.ts';
import type { Uow } from '../platform/uow.ts';
import type { NormVersion } from './plausibility/figures.ts';
import type { KeptVerdict } from './rules/judge-figures.ts';
import type { BenchmarkFigures } from './schema/claim.ts';

export type ClaimRow = Omit<Claims, 'cpl_minor' | 'created_at'> & {
  /** The case study's id stands beside the figures so that a revision's claim is found again by it. */
  figures: BenchmarkFigures & { case_study_id: string };
};

export async function publishedNormsId(uow: Uow): Promise<string | undefined> {
  const row = await uow.trx('norm_versions').where({ state: 'published' }).first('id');
  return row?.id;
}

export async function normsById(uow: Uow, id: string): Promise<NormVersion> {
  const row = await uow.trx<{ document: NormVersion }>('norm_versions').where('id', id).first('document');
  if (!row) throw new Problem('not_found');
  return row.document;
}

export async function insertPublishedNorms(
  uow: Uow,
  norms: NormVersion,
  policyVersionId: string,
): Promise<string> {
  const id = uow.id();
  await uow.trx('norm_versions').insert({
    id,
    version: norms.version,
    state: 'published',
    policy_version_id: policyVersionId,
    document: JSON.stringify(norms),
    figures_digest: sha256(canonical(norms.figures)),
    published_at: await uow.now(),
  });
  return id;
}

export async function insertClaims(
  uow: Uow,
  rows: (Omit<ClaimRow, 'state' | 'worst_verdict'> & { cpl_minor: number })[],
): Promise<void> {
  await uow.trx('claims').insert(rows.map((row) => ({ ...row, figures: JSON.stringify(row.figures) })));
}

export async function claimsOfRevision(
  uow: Uow,
  applicationId: string,
  revision: number,
): Promise<ClaimRow[]> {
  return uow
    .trx<ClaimRow>('claims')
    .where({ application_id: applicationId, revision })
    .orderBy('position')
    .select('*');
}

/** The claim, locked. Throws `not_found`. */
export async function lockClaim(uow: Uow, applicationId: string, id: string): Promise<ClaimRow> {
  const row = await uow
    .trx<ClaimRow>('claims')
    .where({ application_id: applicationId, id })
    .forUpdate()
    .first();
  if (!row) throw new Problem('not_found');
  return row;
}

export async function updateClaim(uow: Uow, id: string, change: Record<string, unknown>): Promise<void> {
  await uow.trx('claims').where({ id }).update(change);
}

export async function verdictsOfClaims(
  uow: Uow,
  claimIds: readonly string[],
): Promise<{ id: string; claim_id: string; norm_version_id: string; policy_version_id: string }[]> {
  return uow
    .trx('claim_verdicts')
    .whereIn('claim_id', [...claimIds])
    .orderBy('created_at')
    .select('id', 'claim_id', 'norm_version_id', 'policy_version_id');
}

/** The verdicts on every claim of a revision, in the order they were given. */
export async function verdictsOfRevision(
  uow: Uow,
  applicationId: string,
  revision: number,
): Promise<{ id: string; claim_id: string; norm_version_id: string; policy_version_id: string }[]> {
  return uow
    .trx('claim_verdicts as v')
    .join('claims as c', 'c.id', 'v.claim_id')
    .where({ 'c.application_id': applicationId, 'c.revision': revision })
    .orderBy('v.created_at')
    .select('v.id', 'v.claim_id', 'v.norm_version_id', 'v.policy_version_id');
}

export async function insertVerdicts(
  uow: Uow,
  under: { norm_version_id: string; policy_version_id: string },
  rows: readonly { claimId: string; verdict: KeptVerdict }[],
): Promise<void> {
  if (rows.length === 0) return;
  await uow.trx('claim_verdicts').insert(
    rows.map(({ claimId, verdict }) => ({
      id: uow.id(),
      claim_id: claimId,
      metric: verdict.metric,
      ...under,
      verdict: verdict.verdict,
      result: JSON.stringify(verdict),
    })),
  );
}
