import type { Knex } from 'knex';

/** Ways in that are not a person's session: API keys and portal links. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table api_keys (
      id uuid primary key,
      name text not null,
      scopes text[] not null check (scopes <@ array['intake'] and cardinality(scopes) > 0),
      key_digest text not null unique,
      hint text not null,
      created_by uuid references persons (id),
      created_at timestamptz not null default assay_now(),
      last_used_at timestamptz,
      revoked_at timestamptz,
      version integer not null default 1
    );
    comment on table api_keys is 'room=access; retention=six_years; personal=none';

    create table portal_links (
      id uuid primary key,
      purpose text not null check (purpose in ('draft', 'status', 'changes')),
      subject_id uuid not null,
      token_digest text not null unique,
      single_use boolean not null default false,
      created_at timestamptz not null default assay_now(),
      expires_at timestamptz not null,
      revoked_at timestamptz,
      used_at timestamptz
    );
    comment on table portal_links is 'room=access; retention=with_subject; personal=none';
    create index portal_links_subject on portal_links (subject_id);

    create table portal_sessions (
      token_digest text primary key,
      csrf_digest text not null,
      link_id uuid not null references portal_links (id),
      created_at timestamptz not null default clock_timestamp(),
      expires_at timestamptz not null,
      ended_at timestamptz
    );
    comment on table portal_sessions is 'room=access; retention=thirty_days; personal=none';
    create index portal_sessions_link on portal_sessions (link_id);

    grant select, insert, update on api_keys, portal_links to assay_app;
    grant select, insert, update, delete on portal_sessions to assay_app;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table portal_sessions, portal_links, api_keys;');
}
