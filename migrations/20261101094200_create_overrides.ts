import type { Knex } from 'knex';

/** What people judge otherwise than the reading did; the reading itself stays as it was. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table overrides (
      id uuid primary key,
      score_id uuid not null references scores (id),
      finding text not null check (finding ~ '^(criterion|flag):[a-z][a-z0-9_]*$'),
      machine text not null,
      judged text not null check (judged in ('met', 'partial', 'missing', 'contradicted', 'lifted')),
      reason text not null,
      state text not null check (state in ('awaiting_co_signature', 'standing', 'withdrawn', 'refused')),
      points double precision,
      moves_band boolean not null,
      overridden_by uuid not null references persons (id),
      overridden_at timestamptz not null,
      co_signed_by uuid references persons (id),
      closed_at timestamptz,
      constraint overrides_two_people check (co_signed_by is null or co_signed_by <> overridden_by)
    );
    comment on table overrides is 'room=compliance; retention=case_record; personal=reason';
    -- one judgement of a finding at a time
    create unique index overrides_open on overrides (score_id, finding) where state in ('awaiting_co_signature', 'standing');
    -- how often people overturn each finding
    create index overrides_finding on overrides (finding, overridden_at) where state = 'standing';

    create table adjusted_scores (
      score_id uuid primary key references scores (id),
      score double precision not null check (score between 0 and 100),
      band text not null check (band in ('pass', 'review', 'reject')),
      completeness double precision not null,
      coherence double precision not null,
      coherent boolean not null,
      caps jsonb not null,
      overrides integer not null check (overrides >= 1),
      adjusted_at timestamptz not null
    );
    comment on table adjusted_scores is 'room=compliance; retention=case_record; personal=none';
    grant select, insert, update on overrides to assay_app;
    grant select, insert, update, delete on adjusted_scores to assay_app;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table adjusted_scores, overrides;');
}
