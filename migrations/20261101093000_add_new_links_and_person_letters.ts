import type { Knex } from 'knex';

const purposes = [
  'draft_link',
  'received',
  'changes_requested',
  'reminder',
  'lapsed',
  'approved',
  'rejected',
  'withdrawn',
];
const check = (names: readonly string[]): string => `
  alter table letters drop constraint letters_purpose_check;
  alter table letters add constraint letters_purpose_check
    check (purpose in (${names.map((name) => `'${name}'`).join(', ')})) not valid;
  alter table letters validate constraint letters_purpose_check;`;

/** New links asked for by applicants, links that replace older ones, and letters to the people of the desk. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ${check([...purposes, 'new_link', 'draft_withdrawn'])}

    alter table portal_links add column replaces boolean not null default false;

    create table link_requests (
      id uuid primary key,
      email text,
      email_digest text not null,
      requested_at timestamptz not null default assay_now(),
      done_at timestamptz,
      constraint link_requests_forgotten check (done_at is null or email is null)
    );
    comment on table link_requests is 'room=applications; retention=thirty_days; personal=email,email_digest';
    -- how often an address was typed lately
    create index link_requests_address on link_requests (email_digest, requested_at);
    -- the purge
    create index link_requests_age on link_requests (requested_at);
    -- drafts and kept addresses are found again by the address somebody types
    create index application_drafts_email on application_drafts
      (lower(document #>> '{responsible_person,email}')) where erased_at is null;
    create index letters_to_email on letters (lower(to_email)) where to_email is not null;

    create table person_letters (
      id uuid primary key,
      person_id uuid not null references persons (id),
      purpose text not null check (purpose in ('invitation', 'new_password', 'second_factors_reset')),
      locale text not null,
      template_version text not null,
      subject text not null,
      body text not null,
      created_at timestamptz not null default assay_now()
    );
    comment on table person_letters is 'room=people; retention=employment; personal=subject,body';
    create index person_letters_person on person_letters (person_id, created_at);
    create view person_letter_view as
      select l.id, l.person_id, l.purpose, l.locale, l.subject, l.body, p.email as recipient_email, p.name as recipient_name
      from person_letters l join persons p on p.id = l.person_id;

    create or replace view work_item_view as
      select id, subject_id, kind, state, holder_id, opened_at, due_at from work_items;

    grant select on person_letter_view to assay_app;
    grant select, insert on person_letters to assay_app;
    grant select, insert, update, delete on link_requests to assay_app;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop view work_item_view;
    create view work_item_view as select id, subject_id, kind, state, holder_id, opened_at from work_items;
    grant select on work_item_view to assay_app;
    drop view person_letter_view;
    drop table person_letters;
    drop index letters_to_email, application_drafts_email;
    drop table link_requests;
    alter table portal_links drop column replaces;
    ${check(purposes)}
  `);
}
