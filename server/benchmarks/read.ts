import type { Knex } from 'knex';
import { costPerQualifiedOpportunity } from './plausibility/arithmetic.ts';
import { distribution } from './plausibility/distribution.ts';
import type { NormVersion } from './plausibility/figures.ts';
import type { KeptVerdict } from './rules/judge-figures.ts';
import type { BenchmarkFigures } from './schema/claim.ts';
import type { ClaimReply, ClaimVerdictName } from './schema/reply.ts';

// a published version never changes, so it is parsed once
const kept = new Map<string, NormVersion>();

/** A norm version by id, kept for the life of the process. */
export async function normVersion(db: Knex, id: string): Promise<NormVersion | undefined> {
  const known = kept.get(id);
  if (known) return known;
  const row = await db<{ document: NormVersion }>('norm_versions').where('id', id).first('document');
  if (row) kept.set(id, row.document);
  return row?.document;
}

/** The norms in force. */
export async function publishedNorms(db: Knex): Promise<NormVersion | undefined> {
  const row = await db('norm_versions').where({ state: 'published' }).first('id');
  return row ? normVersion(db, row.id) : undefined;
}

interface Row {
  id: string;
  position: number;
  state: string;
  figures: BenchmarkFigures & { case_study_id: string };
  worst_verdict: ClaimVerdictName;
  let_stand_by: string | null;
  let_stand_name: string | null;
  let_stand_reason: string | null;
  let_stand_at: Date | null;
  verdicts: { id: string; norm_version_id: string; result: KeptVerdict }[] | null;
}

function pointsFor(norms: NormVersion | undefined, verdict: KeptVerdict, figures: BenchmarkFigures) {
  const { factor } = verdict;
  if (!norms || verdict.stratum === '' || factor === null) return [];
  const vertical = verdict.level === 'cell' ? figures.vertical : null;
  return distribution(norms, verdict.stratum, verdict.channel, vertical, figures.subvertical ?? null).map(
    (point) => ({
      value: point.value / factor,
      family: point.family,
      weight: point.weight,
      vertical: point.vertical,
      printed: point.printed,
      currency: point.currency,
      title: point.title,
      url: point.url,
      year: point.year,
    }),
  );
}

/** The claims of one revision with their verdicts and the published figures they are held against. */
export async function claimsOf(
  db: Knex,
  applicationId: string,
  revision: number,
): Promise<{ claims: ClaimReply[]; normVersion: string | null }> {
  const { rows } = await db.raw<{ rows: Row[] }>(
    `select c.id, c.position, c.state, c.figures, c.worst_verdict, c.let_stand_by, p.name as let_stand_name, c.let_stand_reason,
       c.let_stand_at, (select json_agg(json_build_object('id', v.id, 'norm_version_id', v.norm_version_id, 'result', v.result)
         order by v.id) from claim_verdicts v where v.claim_id = c.id) as verdicts
     from claims c left join person_view p on p.id = c.let_stand_by
     where c.application_id = ? and c.revision = ? order by c.position`,
    [applicationId, revision],
  );
  const normsId = rows.flatMap((row) => row.verdicts ?? []).at(-1)?.norm_version_id;
  const norms = normsId ? await normVersion(db, normsId) : undefined;
  const claims = rows.map(({ figures: { case_study_id, ...figures }, ...row }) => ({
    id: row.id,
    position: row.position,
    case_study_id,
    state: row.state,
    figures,
    judged: row.verdicts !== null,
    worst_verdict: row.worst_verdict,
    verdicts: (row.verdicts ?? []).map(({ id, result }) => {
      const { factor: _factor, ...verdict } = result;
      return { id, ...verdict, points: pointsFor(norms, result, figures) };
    }),
    let_stand:
      row.let_stand_by && row.let_stand_at
        ? {
            by: { id: row.let_stand_by, name: row.let_stand_name ?? '' },
            reason: row.let_stand_reason ?? '',
            at: row.let_stand_at,
          }
        : null,
    cost_per_qualified_opportunity: costPerQualifiedOpportunity(
      figures.cpl_minor,
      figures.qualified_lead_rate,
    ),
  }));
  return { claims, normVersion: norms?.version ?? null };
}
