import type { Knex } from 'knex';

/** What a newly published rubric means for the work that is open: chosen when it is published, kept with its progress. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table policy_versions add column open_work text not null default 'leave'
      check (open_work in ('rescore_now', 'on_touch', 'leave'));

    create table rescore_runs (
      id uuid primary key,
      policy_version_id uuid not null unique references policy_versions (id),
      mode text not null check (mode in ('rescore_now', 'on_touch')),
      state text not null check (state in ('running', 'done', 'overtaken')),
      total integer not null,
      done integer not null default 0,
      reread integer not null default 0,
      moved integer not null default 0,
      skipped integer not null default 0,
      after_id uuid,
      started_at timestamptz not null default assay_now(),
      finished_at timestamptz
    );
    comment on table rescore_runs is 'room=applications; retention=permanent; personal=none';

    create table rescore_skips (
      run_id uuid not null references rescore_runs (id),
      application_id uuid not null references applications (id),
      reason text not null check (reason in ('decision_waits', 'judged', 'confirmed', 'read_by_people')),
      skipped_at timestamptz not null default assay_now(),
      primary key (run_id, application_id)
    );
    comment on table rescore_skips is 'room=applications; retention=permanent; personal=none';
    -- open applications in the order a run walks them
    create index applications_open on applications (id) where state in ('submitted', 'in_review', 'changes_requested');
    grant select, insert, update on rescore_runs to assay_app;
    grant select, insert on rescore_skips to assay_app;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop index applications_open;
    drop table rescore_skips, rescore_runs;
    alter table policy_versions drop column open_work;
  `);
}
