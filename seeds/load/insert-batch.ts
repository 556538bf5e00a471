import type { Knex } from 'knex';
import type { ClaimVerdictName } from '../../server/benchmarks/schema/reply.ts';

/** One application of a batch; `ref_*` name rows already stored with the same text, from which its like is copied. */
export interface BatchRow {
  id: string;
  statement_id: string;
  score_id: string;
  item_id: string;
  event_id: string;
  locale: string;
  submitted_at: string;
  text: number;
  ref_statement: string | null;
  ref_score: string | null;
  channels: readonly string[];
  regions: readonly string[];
  /** The form without its statement. */
  document: unknown;
  match_keys: readonly { kind: string; digest: string }[];
  party_key: string;
  worst_claim: string;
  allowed_minutes: number;
  clock_start: number;
  due_at: string;
}

export interface BatchText {
  text: number;
  statement: string;
  data_sourcing: string;
  sourcing_map: unknown;
  score: number;
  band: string;
  completeness: number;
  coherence: number;
  coherent: boolean;
  language: string;
  read_by: string;
  reading: unknown;
}

export interface BatchClaim {
  id: string;
  application_id: string;
  position: number;
  /** Channel and number of the figures. */
  figures: string;
  ref_claim: string | null;
  worst: ClaimVerdictName;
}

export interface BatchFigures {
  figures: string;
  verdicts: readonly { metric: string; verdict: string; result: unknown }[];
}

export interface Batch {
  rows: readonly BatchRow[];
  texts: readonly BatchText[];
  claims: readonly BatchClaim[];
  figures: readonly BatchFigures[];
  rubricId: string;
  plausibilityId: string;
  normsId: string;
}

// A text or a set of verdicts crosses the wire once; afterwards it is copied, still compressed, from the rows that have it.
const statement = `
with b as materialized (
  select * from jsonb_to_recordset(?::jsonb) as b(id uuid, statement_id uuid, score_id uuid, item_id uuid, event_id uuid,
    locale text, submitted_at timestamptz, text int, ref_statement uuid, ref_score uuid, channels jsonb, regions jsonb,
    document jsonb, match_keys jsonb, party_key text, worst_claim text, allowed_minutes int, clock_start float8,
    due_at timestamptz)),
fresh as materialized (
  select * from jsonb_to_recordset(?::jsonb) as t(text int, statement text, data_sourcing text, sourcing_map jsonb,
    score float8, band text, completeness float8, coherence float8, coherent boolean, language text, read_by text,
    reading jsonb)),
c as materialized (
  select * from jsonb_to_recordset(?::jsonb) as c(id uuid, application_id uuid, position int, figures text, ref_claim uuid,
    worst text)),
fresh_verdicts as materialized (
  select f.figures, v.metric, v.verdict, v.result
  from jsonb_to_recordset(?::jsonb) as f(figures text, verdicts jsonb),
    jsonb_to_recordset(f.verdicts) as v(metric text, verdict text, result jsonb)),
under as (select ?::uuid as rubric, ?::uuid as plausibility, ?::uuid as norms),
written as (
  select b.*, coalesce(t.statement, s.statement) as statement, coalesce(t.data_sourcing, s.data_sourcing) as data_sourcing,
    coalesce(t.sourcing_map, s.sourcing_map) as sourcing_map, coalesce(t.score, o.score) as score,
    coalesce(t.band, o.band) as band, coalesce(t.completeness, o.completeness) as completeness,
    coalesce(t.coherence, o.coherence) as coherence, coalesce(t.coherent, o.coherent) as coherent,
    coalesce(t.language, o.language) as language, coalesce(t.read_by, o.read_by) as read_by,
    coalesce(t.reading, o.reading) as reading,
    array(select jsonb_array_elements_text(b.channels)) as channel_list,
    array(select jsonb_array_elements_text(b.regions)) as region_list,
    b.document #>> '{offer,primary_channel}' as channel
  from b left join fresh t on t.text = b.text and b.ref_statement is null
    left join statements s on s.id = b.ref_statement left join scores o on o.id = b.ref_score),
applications_in as (
  insert into applications (id, state, source, locale, legal_name, trading_name, web_domain, country, primary_channel,
    channels, regions, revision, score, band, score_id, worst_claim, submitted_at, created_at, updated_at, version)
  select id, 'in_review', 'import', locale, document #>> '{organisation,legal_name}',
    document #>> '{organisation,trading_name}', document #>> '{organisation,web_domain}',
    document #>> '{organisation,country}', channel, channel_list, region_list, 1, score, band, score_id, worst_claim,
    submitted_at, submitted_at, submitted_at, 2
  from written),
revisions_in as (
  insert into application_revisions (application_id, revision, document, submitted_at)
  select id, 1, document || jsonb_build_object('statement', statement), submitted_at from written),
keys_in as (
  insert into application_match_keys (application_id, kind, digest)
  select b.id, k.kind, k.digest from b, jsonb_to_recordset(b.match_keys) as k(kind text, digest text)),
statements_in as (
  insert into statements (id, subject_id, revision, channels, regions, statement, data_sourcing, sourcing_map, created_at)
  select statement_id, id, 1, channel_list, region_list, statement, data_sourcing, sourcing_map, submitted_at from written),
scores_in as (
  insert into scores (id, statement_id, policy_version_id, score, band, completeness, coherence, coherent, language,
    read_by, reading, created_at)
  select score_id, statement_id, rubric, score, band, completeness, coherence, coherent, language, read_by, reading,
    submitted_at
  from written, under),
claims_in as (
  insert into claims (id, application_id, revision, position, channel, vertical, currency, cpl_minor, figures,
    worst_verdict, created_at)
  select c.id, c.application_id, 1, c.position, f.figures ->> 'channel', f.figures ->> 'vertical',
    f.figures ->> 'currency', (f.figures ->> 'cpl_minor')::bigint,
    f.figures || jsonb_build_object('case_study_id', b.document -> 'case_studies' -> c.position ->> 'id'), c.worst,
    b.submitted_at
  from c join b on b.id = c.application_id
    cross join lateral (select b.document -> 'case_studies' -> c.position -> 'figures' as figures) f),
judged as (
  select c.id, c.application_id, f.metric, f.verdict, f.result
  from c join fresh_verdicts f on f.figures = c.figures where c.ref_claim is null
  union all
  select c.id, c.application_id, o.metric, o.verdict, o.result
  from c join claim_verdicts o on o.claim_id = c.ref_claim),
verdicts_in as (
  insert into claim_verdicts (id, claim_id, metric, norm_version_id, policy_version_id, verdict, result, created_at)
  select (substr(v.id::text, 1, 15) || substr(gen_random_uuid()::text, 16))::uuid, v.id, v.metric, norms, plausibility,
    v.verdict, v.result, b.submitted_at
  from judged v join b on b.id = v.application_id cross join under),
events_in as (
  insert into events (id, recorded_at, type, subject_kind, subject_id, subject_version, actor_kind, actor_name, data)
  select event_id, submitted_at, 'application.submitted', 'application', id, 2, 'system', 'seed load',
    jsonb_build_object('revision', 1, 'source', 'import')
  from b)
insert into work_items (id, kind, channel, language, subject_kind, subject_id, party_key, state, allowed_minutes,
  effective_start, clock_start, due_at, opened_at)
select item_id, 'application', channel, case when read_by = 'nobody' then 'und' else language end, 'application', id,
  party_key, 'waiting', allowed_minutes, submitted_at, clock_start, due_at, submitted_at
from written`;

/** Writes one batch in the caller's transaction. Every text and set of figures not referred to must be in it. */
export async function insertBatch(trx: Knex.Transaction, batch: Batch): Promise<void> {
  await trx.raw(statement, [
    JSON.stringify(batch.rows),
    JSON.stringify(batch.texts),
    JSON.stringify(batch.claims),
    JSON.stringify(batch.figures),
    batch.rubricId,
    batch.plausibilityId,
    batch.normsId,
  ]);
}

/** A batch takes longer than a request may, and the plan for an average one is a bad plan. */
export async function allowBatches(trx: Knex.Transaction): Promise<void> {
  await trx.raw(
    `set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0;
     set local enable_mergejoin = off; set local plan_cache_mode = 'force_custom_plan'`,
  );
  // Packing the forms is a quarter of the work with the default packer. Not every PostgreSQL was built with this one.
  await trx.raw(
    `do $$ begin set local default_toast_compression = 'lz4'; exception when invalid_parameter_value then null; end $$`,
  );
}
