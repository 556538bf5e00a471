import type { Knex } from 'knex';

/** Every mail the desk owes somebody, once per event and recipient. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table mails (
      id uuid primary key,
      effect_key text not null unique,
      event_id uuid not null,
      letter_id uuid,
      subject_kind text not null,
      subject_id uuid not null,
      template text not null,
      locale text not null,
      to_address text,
      to_name text,
      subject text,
      text_body text,
      html_body text,
      message_id text not null unique,
      state text not null check (state in ('queued', 'sent', 'kept', 'refused', 'failed')),
      attempts integer not null default 0,
      last_error text,
      smtp_reply text,
      created_at timestamptz not null default assay_now(),
      sent_at timestamptz,
      version integer not null default 1
    );
    comment on table mails is 'room=notifications; retention=case_record; personal=to_address,to_name,subject,text_body,html_body';
    create index mails_listed on mails (created_at desc, id);
    create index mails_subject on mails (subject_id, created_at desc);

    create view mail_view as select id, subject_id, template, state, last_error, created_at, sent_at from mails;
    grant select on mail_view to assay_app;
    grant select, insert, update on mails to assay_app;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop view mail_view; drop table mails;');
}
