import type { Knex } from 'knex';

/** Norm versions, the claims held against them, and each verdict. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table norm_versions (
      id uuid primary key,
      version text not null unique,
      state text not null check (state in ('draft', 'published', 'superseded')),
      policy_version_id uuid not null references policy_versions (id),
      document jsonb not null,
      figures_digest text not null,
      created_at timestamptz not null default assay_now(),
      published_at timestamptz
    );
    comment on table norm_versions is 'room=benchmarks; retention=permanent; personal=none';
    create unique index norm_versions_published on norm_versions (state) where state = 'published';

    create table claims (
      id uuid primary key,
      application_id uuid not null,
      revision integer not null,
      position integer not null check (position >= 0),
      state text not null default 'self_declared' check (state in ('self_declared', 'verified', 'refused', 'expired', 'withdrawn')),
      channel text not null,
      vertical text not null,
      currency char(3) not null,
      cpl_minor bigint not null check (cpl_minor >= 0),
      figures jsonb not null,
      worst_verdict text not null default 'no_norm' check (worst_verdict in ('plausible', 'ask', 'second_reviewer', 'no_norm', 'arithmetic')),
      let_stand_by uuid references persons (id),
      let_stand_reason text,
      let_stand_at timestamptz,
      created_at timestamptz not null default assay_now(),
      unique (application_id, revision, position),
      constraint claims_let_stand check ((let_stand_by is null) = (let_stand_reason is null))
    );
    comment on table claims is 'room=benchmarks; retention=case_record; personal=let_stand_reason';
    -- the category a claim is drawn in
    create index claims_category on claims (channel, vertical);

    create table claim_verdicts (
      id uuid primary key,
      claim_id uuid not null references claims (id),
      metric text not null,
      norm_version_id uuid references norm_versions (id),
      policy_version_id uuid not null references policy_versions (id),
      verdict text not null check (verdict in ('plausible', 'ask', 'second_reviewer', 'no_norm', 'arithmetic')),
      result jsonb not null,
      created_at timestamptz not null default assay_now()
    );
    comment on table claim_verdicts is 'room=benchmarks; retention=case_record; personal=none';
    create index claim_verdicts_claim on claim_verdicts (claim_id);

    create view claim_view as
      select id, application_id, revision, position, state, channel, vertical, currency, cpl_minor, worst_verdict from claims;
    create view norm_version_view as select id, version, state, policy_version_id, published_at from norm_versions;
    grant select on claim_view, norm_version_view to assay_app;
    grant select, insert, update on norm_versions, claims to assay_app;
    grant select, insert on claim_verdicts to assay_app;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(
    'drop view claim_view, norm_version_view; drop table claim_verdicts, claims, norm_versions;',
  );
}
