import type { Knex } from 'knex';

/** Statements that no machine reads: one person fills the sheet by hand, another confirms it. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table reading_sheets (
      id uuid primary key,
      statement_id uuid not null references statements (id),
      policy_version_id uuid not null references policy_versions (id),
      state text not null check (state in ('awaiting_second', 'confirmed', 'returned', 'replaced')),
      verdicts jsonb not null,
      flags jsonb not null,
      filled_by uuid not null references persons (id),
      filled_at timestamptz not null,
      second_by uuid references persons (id),
      closed_at timestamptz,
      reason text,
      constraint reading_sheets_two_people check (second_by is null or second_by <> filled_by)
    );
    comment on table reading_sheets is 'room=compliance; retention=case_record; personal=verdicts,flags,reason';
    -- one sheet of a statement waits at a time, and one is confirmed
    create unique index reading_sheets_open on reading_sheets (statement_id) where state in ('awaiting_second', 'confirmed');
    grant select, insert, update on reading_sheets to assay_app;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table reading_sheets;');
}
