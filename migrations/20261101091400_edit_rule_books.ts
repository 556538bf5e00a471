import type { Knex } from 'knex';

/** Rule books edited by people: drafts with what they were based on, published ones that wait for their day. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table policy_versions
      add column revision integer not null default 1,
      add column based_on uuid references policy_versions (id),
      add column editors uuid[] not null default '{}',
      add column summary text,
      add column created_at timestamptz not null default assay_now(),
      add constraint policy_versions_two_people check (
        author_kind = 'installation' or state not in ('published', 'superseded')
        or (publisher_id is not null and publisher_id <> author_id and not publisher_id = any (editors))),
      drop constraint policy_versions_kind_version_key,
      drop constraint policy_versions_state_check,
      add constraint policy_versions_state_check
        check (state in ('draft', 'in_review', 'published', 'superseded', 'discarded'));
    comment on table policy_versions is 'room=policies; retention=permanent; personal=summary';
    drop index policy_versions_published;
    -- a version number is given once; a draft's is only foreseen
    create unique index policy_versions_number on policy_versions (kind, version) where state in ('published', 'superseded');
    -- which book is in force at an instant has one answer
    create unique index policy_versions_day on policy_versions (kind, effective_from) where state in ('published', 'superseded');
    -- one open draft of a kind, so that no two changes pass each other unseen
    create unique index policy_versions_open on policy_versions (kind) where state in ('draft', 'in_review');

    create or replace function published_policy_is_fixed() returns trigger language plpgsql as $$
    begin
      if old.state in ('published', 'superseded', 'discarded') and
        (new.document is distinct from old.document or new.digest <> old.digest or new.version <> old.version
          or new.effective_from <> old.effective_from or new.kind <> old.kind
          or new.author_id is distinct from old.author_id or new.publisher_id is distinct from old.publisher_id) then
        raise exception 'a published rule book cannot change';
      end if;
      if old.state in ('published', 'superseded', 'discarded') and new.state <> old.state
        and not (old.state = 'published' and new.state = 'superseded') then
        raise exception 'a published rule book cannot be taken back';
      end if;
      return new;
    end $$;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop index policy_versions_open, policy_versions_day, policy_versions_number;
    create unique index policy_versions_published on policy_versions (kind) where state = 'published';
    alter table policy_versions
      drop constraint policy_versions_state_check,
      drop constraint policy_versions_two_people,
      add constraint policy_versions_state_check check (state in ('draft', 'in_review', 'published', 'superseded')),
      add constraint policy_versions_kind_version_key unique (kind, version),
      drop column revision, drop column based_on, drop column editors, drop column summary, drop column created_at;
    comment on table policy_versions is 'room=policies; retention=permanent; personal=none';
    create or replace function published_policy_is_fixed() returns trigger language plpgsql as $$
    begin
      if old.state in ('published', 'superseded') and
        (new.document is distinct from old.document or new.digest <> old.digest or new.version <> old.version) then
        raise exception 'a published rule book cannot change';
      end if;
      return new;
    end $$;
  `);
}
