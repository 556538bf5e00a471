import type { Knex } from 'knex';

/** Versioned rule books, and uploads. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table policy_versions (
      id uuid primary key,
      kind text not null check (kind in ('rubric', 'plausibility', 'deadlines')),
      version text not null,
      state text not null check (state in ('draft', 'in_review', 'published', 'superseded')),
      document jsonb not null,
      digest text not null,
      author_kind text not null check (author_kind in ('person', 'installation')),
      author_id uuid references persons (id),
      publisher_id uuid references persons (id),
      effective_from timestamptz not null,
      published_at timestamptz,
      unique (kind, version)
    );
    comment on table policy_versions is 'room=policies; retention=permanent; personal=none';
    -- exactly one book of a kind is in force
    create unique index policy_versions_published on policy_versions (kind) where state = 'published';

    create function published_policy_is_fixed() returns trigger language plpgsql as $$
    begin
      if old.state in ('published', 'superseded') and
        (new.document is distinct from old.document or new.digest <> old.digest or new.version <> old.version) then
        raise exception 'a published rule book cannot change';
      end if;
      return new;
    end $$;
    create trigger policy_versions_fixed before update on policy_versions
      for each row execute function published_policy_is_fixed();

    create table files (
      id uuid primary key,
      subject_kind text not null,
      subject_id uuid not null,
      name text not null,
      media_type text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg', 'text/csv')),
      size integer not null check (size between 1 and 10485760),
      sha256 text not null,
      storage_key text not null unique,
      uploaded_by text not null,
      created_at timestamptz not null default assay_now(),
      removed_at timestamptz
    );
    comment on table files is 'room=files; retention=with_subject; personal=name';
    create index files_subject on files (subject_id) where removed_at is null;

    create view policy_view as select id, kind, version, state, published_at, effective_from from policy_versions;
    grant select on policy_view to assay_app;
    grant select, insert, update on policy_versions, files to assay_app;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop view policy_view;
    drop table files, policy_versions;
    drop function published_policy_is_fixed();
  `);
}
