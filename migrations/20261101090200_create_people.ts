import type { Knex } from 'knex';

/** Persons of the desk, their roles, sessions and second factors. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table persons (
      id uuid primary key,
      email text not null,
      name text not null,
      state text not null check (state in ('invited', 'active', 'disabled')),
      password_hash text,
      locale text not null default 'en' check (locale in ('en', 'de')),
      totp_secret bytea,
      totp_confirmed_at timestamptz,
      demo boolean not null default false,
      preferences jsonb not null default '{}',
      created_at timestamptz not null default assay_now(),
      version integer not null default 1
    );
    comment on table persons is 'room=people; retention=employment; personal=email,name,password_hash,totp_secret,preferences';
    create unique index persons_email on persons (lower(email));

    create function demo_people_only_in_a_demo() returns trigger language plpgsql as $$
    begin
      if new.demo and exists (select from installation where mode = 'real') then
        raise exception 'a real installation has no demo accounts' using errcode = 'check_violation',
          constraint = 'persons_demo';
      end if;
      return new;
    end $$;
    create trigger persons_demo before insert or update of demo on persons
      for each row execute function demo_people_only_in_a_demo();
    alter table persons enable always trigger persons_demo;

    create table person_roles (
      person_id uuid not null references persons (id),
      role text not null check (role in ('reviewer', 'compliance_officer', 'account_manager', 'auditor', 'admin', 'lead')),
      granted_by uuid references persons (id),
      approved_by uuid references persons (id),
      granted_at timestamptz not null default assay_now(),
      primary key (person_id, role),
      constraint role_not_self_granted check (granted_by is distinct from person_id and approved_by is distinct from person_id)
    );
    comment on table person_roles is 'room=people; retention=employment; personal=none';

    create table role_requests (
      id uuid primary key,
      person_id uuid not null references persons (id),
      role text not null,
      requested_by uuid not null references persons (id),
      requested_at timestamptz not null default assay_now(),
      state text not null check (state in ('open', 'approved', 'refused', 'withdrawn')),
      decided_by uuid references persons (id),
      decided_at timestamptz,
      version integer not null default 1,
      constraint role_request_two_people check (requested_by <> person_id and decided_by is distinct from person_id
        and (state <> 'approved' or decided_by <> requested_by))
    );
    comment on table role_requests is 'room=people; retention=employment; personal=none';
    -- one open request per person and role
    create unique index role_requests_open on role_requests (person_id, role) where state = 'open';

    create table sessions (
      token_digest text primary key,
      id uuid not null unique,
      person_id uuid not null references persons (id),
      csrf_digest text not null,
      state text not null check (state in ('second_factor_pending', 'enrolment_pending', 'full')),
      created_at timestamptz not null default clock_timestamp(),
      last_seen_at timestamptz not null default clock_timestamp(),
      absolute_until timestamptz not null,
      ended_at timestamptz,
      second_factor_at timestamptz,
      user_agent text,
      challenge text
    );
    comment on table sessions is 'room=people; retention=thirty_days; personal=user_agent';
    -- ending all sessions of a person
    create index sessions_person on sessions (person_id) where ended_at is null;

    create table passkeys (
      credential_id text primary key,
      person_id uuid not null references persons (id),
      public_key bytea not null,
      sign_count bigint not null default 0,
      transports text[] not null default '{}',
      label text not null,
      created_at timestamptz not null default assay_now(),
      last_used_at timestamptz,
      removed_at timestamptz
    );
    comment on table passkeys is 'room=people; retention=employment; personal=credential_id,public_key,label';
    create index passkeys_person on passkeys (person_id);

    create table totp_uses (
      person_id uuid not null references persons (id),
      time_step bigint not null,
      used_at timestamptz not null default clock_timestamp(),
      primary key (person_id, time_step)
    );
    comment on table totp_uses is 'room=people; retention=one_day; personal=none';

    create table invitations (
      token_digest text primary key,
      person_id uuid not null references persons (id),
      expires_at timestamptz not null,
      used_at timestamptz
    );
    comment on table invitations is 'room=people; retention=thirty_days; personal=none';

    create view person_view as select id, name, state, demo, lower(email) as email from persons;
    create view person_role_view as select person_id, role, granted_by, granted_at from person_roles;
    grant select on person_view, person_role_view to assay_app;
    grant select, insert, update on persons, role_requests, passkeys to assay_app;
    grant select, insert, update, delete on sessions, invitations to assay_app;
    grant select, insert, delete on person_roles, totp_uses to assay_app;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop view person_role_view, person_view;
    drop table invitations, totp_uses, passkeys, sessions, role_requests, person_roles, persons;
    drop function demo_people_only_in_a_demo();
  `);
}
