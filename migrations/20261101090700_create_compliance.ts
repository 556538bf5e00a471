import type { Knex } from 'knex';

/** Statements exactly as submitted, and what reading them found. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table statements (
      id uuid primary key,
      subject_id uuid not null,
      revision integer not null check (revision >= 1),
      channels text[] not null,
      regions text[] not null,
      statement text not null check (length(statement) <= 20000),
      data_sourcing text not null,
      sourcing_map jsonb not null,
      created_at timestamptz not null default assay_now(),
      unique (subject_id, revision)
    );
    comment on table statements is 'room=compliance; retention=case_record; personal=statement,data_sourcing';

    create table scores (
      id uuid primary key,
      statement_id uuid not null references statements (id),
      policy_version_id uuid not null references policy_versions (id),
      score double precision not null check (score between 0 and 100),
      band text not null check (band in ('pass', 'review', 'reject')),
      completeness double precision not null,
      coherence double precision not null,
      coherent boolean not null,
      language text not null,
      read_by text not null default 'machine' check (read_by in ('machine', 'people', 'nobody')),
      reading jsonb not null,
      created_at timestamptz not null default assay_now(),
      unique (statement_id, policy_version_id, read_by)
    );
    comment on table scores is 'room=compliance; retention=case_record; personal=none';

    create table finding_confirmations (
      score_id uuid not null references scores (id),
      finding text not null,
      person_id uuid not null references persons (id),
      confirmed boolean not null,
      at timestamptz not null default assay_now(),
      primary key (score_id, finding)
    );
    comment on table finding_confirmations is 'room=compliance; retention=case_record; personal=none';

    create view score_view as
      select s.id, st.subject_id, st.revision, s.score, s.band, s.coherent, s.language, s.policy_version_id, s.created_at
      from scores s join statements st on st.id = s.statement_id;
    grant select on score_view to assay_app;
    grant select, insert on statements, scores to assay_app;
    grant select, insert, update on finding_confirmations to assay_app;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop view score_view; drop table finding_confirmations, scores, statements;');
}
