import type { Knex } from 'knex';

/** The party that was vetted, and its standing as other rooms must know it. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table specialists (
      id uuid primary key,
      number bigint not null unique,
      application_id uuid not null unique,
      legal_name text not null,
      trading_name text not null,
      web_domain text not null,
      country char(2) not null,
      locale text not null,
      regions text[] not null,
      verticals text[] not null,
      icp_sizes text[] not null,
      engagement_models text[] not null,
      tier text not null default 'new_specialist' check (tier in ('new_specialist', 'verified_specialist', 'compliance_verified_expert')),
      state text not null default 'active' check (state in ('active', 'suspended', 'removed')),
      open_high_flags integer not null default 0 check (open_high_flags >= 0),
      open_concerns integer not null default 0 check (open_concerns >= 0),
      created_at timestamptz not null default assay_now(),
      version integer not null default 1
    );
    comment on table specialists is 'room=specialists; retention=case_record; personal=legal_name,trading_name';
    create index specialists_listed on specialists (state, created_at desc, id);

    create table specialist_channels (
      specialist_id uuid not null references specialists (id),
      channel text not null,
      is_primary boolean not null,
      accepted_at timestamptz not null,
      primary key (specialist_id, channel)
    );
    comment on table specialist_channels is 'room=specialists; retention=case_record; personal=none';
    create index specialist_channels_channel on specialist_channels (channel);

    create view specialist_view as
      select id, number, application_id, legal_name, trading_name, tier, state from specialists;
    grant select on specialist_view to assay_app;
    grant select, insert, update on specialists to assay_app;
    grant select, insert on specialist_channels to assay_app;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop view specialist_view; drop table specialist_channels, specialists;');
}
