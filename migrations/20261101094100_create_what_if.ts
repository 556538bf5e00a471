import type { Knex } from 'knex';

/** What a draft of a rule book would have done to past decisions. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table what_if_runs (
      id uuid primary key,
      policy_version_id uuid not null references policy_versions (id),
      policy_revision integer not null,
      state text not null check (state in ('running', 'done', 'cancelled', 'failed')),
      decided_from timestamptz,
      decided_to timestamptz,
      asked_by uuid not null references persons (id),
      asked_at timestamptz not null default assay_now(),
      finished_at timestamptz,
      total integer not null,
      done integer not null default 0,
      after_id uuid,
      tally jsonb not null default '{}',
      version integer not null default 1
    );
    comment on table what_if_runs is 'room=analytics; retention=one_year; personal=none';
    -- the runs of a book, newest first
    create index what_if_runs_policy on what_if_runs (policy_version_id, asked_at);
    -- one run of a draft at a time
    create unique index what_if_runs_running on what_if_runs (policy_version_id) where state = 'running';

    create table what_if_changes (
      run_id uuid not null references what_if_runs (id),
      application_id uuid not null,
      decision text not null check (decision in ('approved', 'rejected')),
      band_before text not null,
      band_after text not null,
      score_before double precision not null,
      score_after double precision not null,
      distance double precision not null,
      primary key (run_id, application_id)
    );
    comment on table what_if_changes is 'room=analytics; retention=one_year; personal=none';

    create or replace view policy_view as
      select id, kind, version, state, published_at, effective_from, revision from policy_versions;
    create view decided_view as
      select id, number, trading_name, created_at, state, decided_at, revision, score, band
      from applications where state in ('approved', 'rejected') and decided_at is not null and band is not null;
    create view statement_view as
      select subject_id, revision, channels, regions, statement, data_sourcing from statements;
    -- past decisions in the order a what-if walks them
    create index applications_decided on applications (id) where state in ('approved', 'rejected') and band is not null;
    grant select on decided_view, statement_view to assay_app;
    grant select, insert, update on what_if_runs to assay_app;
    grant select, insert on what_if_changes to assay_app;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop index applications_decided;
    drop view statement_view, decided_view, policy_view;
    create view policy_view as select id, kind, version, state, published_at, effective_from from policy_versions;
    grant select on policy_view to assay_app;
    drop table what_if_changes, what_if_runs;
  `);
}
