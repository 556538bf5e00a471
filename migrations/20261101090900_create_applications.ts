import type { Knex } from 'knex';

/** Applications: a lean row, the form's text in tables of its own, requests, decisions and letters. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table applications (
      id uuid primary key,
      number bigint not null unique default nextval('case_numbers'),
      state text not null check (state in ('draft', 'submitted', 'in_review', 'changes_requested', 'approved', 'rejected', 'withdrawn', 'lapsed')),
      source text not null check (source in ('portal', 'api', 'import')),
      external_id text,
      locale text not null check (locale in ('en', 'de')),
      legal_name text not null default '',
      trading_name text not null default '',
      web_domain text not null default '',
      country char(2),
      primary_channel text,
      channels text[] not null default '{}',
      regions text[] not null default '{}',
      round smallint not null default 0 check (round between 0 and 2),
      revision integer not null default 0,
      score double precision,
      band text check (band in ('pass', 'review', 'reject')),
      score_id uuid,
      worst_claim text,
      submitted_at timestamptz,
      changes_due_at timestamptz,
      reminded smallint not null default 0,
      decided_at timestamptz,
      created_at timestamptz not null default assay_now(),
      updated_at timestamptz not null default assay_now(),
      version integer not null default 1,
      constraint applications_submitted check (state in ('draft', 'withdrawn') or (submitted_at is not null and primary_channel is not null and country is not null)),
      constraint applications_changes check ((state = 'changes_requested') = (changes_due_at is not null))
    );
    comment on table applications is 'room=applications; retention=case_record; personal=legal_name,trading_name,web_domain';
    -- the list of applications: newest first, by state
    create index applications_listed on applications (submitted_at desc, id) where state <> 'draft';
    create index applications_state on applications (state, submitted_at desc, id);
    -- reminders and lapse; drafts to be erased
    create index applications_changes_due on applications (changes_due_at) where state = 'changes_requested';
    create index applications_drafts on applications (updated_at) where state = 'draft';
    create unique index applications_external on applications (source, external_id) where external_id is not null;

    create table application_drafts (
      application_id uuid primary key references applications (id),
      document jsonb not null,
      saved_at timestamptz not null default assay_now(),
      saves integer not null default 1,
      erased_at timestamptz
    );
    comment on table application_drafts is 'room=applications; retention=ninety_days; personal=document';

    create table application_revisions (
      application_id uuid not null references applications (id),
      revision integer not null check (revision >= 1),
      document jsonb not null,
      submitted_at timestamptz not null default assay_now(),
      primary key (application_id, revision)
    );
    comment on table application_revisions is 'room=applications; retention=case_record; personal=document';

    create table application_match_keys (
      application_id uuid not null references applications (id),
      kind text not null check (kind in ('register_number', 'domain', 'phone', 'address', 'person', 'referee', 'email', 'statement', 'statement_near', 'case_study')),
      digest text not null,
      primary key (application_id, kind, digest)
    );
    comment on table application_match_keys is 'room=applications; retention=case_record; personal=digest';
    create index application_match_keys_digest on application_match_keys (digest, kind);

    create table change_requests (
      id uuid primary key,
      application_id uuid not null references applications (id),
      round smallint not null check (round between 1 and 2),
      item text not null,
      words text not null,
      state text not null check (state in ('open', 'answered', 'accepted', 'lapsed')),
      requested_by uuid not null references persons (id),
      requested_at timestamptz not null default assay_now(),
      revision_before integer not null,
      answered_at timestamptz,
      accepted_by uuid references persons (id),
      accepted_at timestamptz,
      unique (application_id, round, item)
    );
    comment on table change_requests is 'room=applications; retention=case_record; personal=words';

    create table letters (
      id uuid primary key,
      application_id uuid not null references applications (id),
      purpose text not null check (purpose in ('draft_link', 'received', 'changes_requested', 'reminder', 'lapsed', 'approved', 'rejected', 'withdrawn')),
      locale text not null,
      template_version text not null,
      subject text not null,
      body text not null,
      to_email text,
      created_at timestamptz not null default assay_now()
    );
    comment on table letters is 'room=applications; retention=case_record; personal=subject,body,to_email';
    create index letters_application on letters (application_id, created_at);

    create table decisions (
      id uuid primary key,
      application_id uuid not null references applications (id),
      kind text not null check (kind in ('approve', 'reject')),
      state text not null check (state in ('awaiting_second', 'scheduled', 'final', 'undone', 'declined')),
      revision integer not null,
      decided_by uuid not null references persons (id),
      decided_at timestamptz not null default assay_now(),
      second_reasons text[] not null default '{}',
      second_by uuid references persons (id),
      second_at timestamptz,
      final_at timestamptz,
      closed_at timestamptz,
      closed_by uuid references persons (id),
      reasons jsonb not null default '[]',
      channels jsonb not null,
      score_id uuid not null,
      claim_verdict_ids uuid[] not null default '{}',
      policy_version_ids uuid[] not null,
      letter_id uuid not null references letters (id),
      restore jsonb not null default '{}',
      version integer not null default 1,
      constraint decisions_two_people check (second_by is distinct from decided_by),
      constraint decisions_second check (state not in ('scheduled', 'final') or cardinality(second_reasons) = 0 or second_by is not null),
      constraint decisions_final_at check ((state in ('scheduled', 'final')) <= (final_at is not null))
    );
    comment on table decisions is 'room=applications; retention=case_record; personal=none';
    -- at most one standing decision per application
    create unique index decisions_live on decisions (application_id) where state in ('awaiting_second', 'scheduled');
    -- the finaliser
    create index decisions_due on decisions (final_at) where state = 'scheduled';
    create index decisions_application on decisions (application_id, decided_at);

    create table review_drafts (
      application_id uuid not null references applications (id),
      person_id uuid not null references persons (id),
      kind text not null check (kind in ('approve', 'reject', 'request_changes', 'note')),
      content jsonb not null,
      updated_at timestamptz not null default assay_now(),
      primary key (application_id, person_id, kind)
    );
    comment on table review_drafts is 'room=applications; retention=ninety_days; personal=content';

    create view application_view as
      select id, number, state, locale, legal_name, trading_name, web_domain, primary_channel, channels, regions, round,
        revision, score, band, worst_claim, submitted_at, created_at, version
      from applications;
    create view letter_view as
      select l.id, l.application_id, l.purpose, l.locale, l.template_version, l.subject, l.body, l.created_at,
        coalesce(l.to_email, coalesce(r.document, d.document) #>> '{responsible_person,email}') as recipient_email,
        coalesce(r.document, d.document) #>> '{responsible_person,name}' as recipient_name
      from letters l
      join applications a on a.id = l.application_id
      left join application_revisions r on r.application_id = a.id and r.revision = a.revision
      left join application_drafts d on d.application_id = a.id;
    grant select on application_view, letter_view to assay_app;
    grant select, insert, update on applications, application_drafts, change_requests, decisions to assay_app;
    grant select, insert, update, delete on review_drafts to assay_app;
    grant select, insert on application_revisions, application_match_keys, letters to assay_app;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop view letter_view, application_view;
    drop table review_drafts, decisions, letters, change_requests, application_match_keys, application_revisions,
      application_drafts, applications;
  `);
}
