import type { Knex } from 'knex';

/** What this installation is, its clock, and the small tables platform/ keeps for every room. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table installation (
      singleton boolean primary key default true check (singleton),
      mode text not null check (mode in ('real', 'demo', 'test')),
      clock_offset interval not null default interval '0',
      created_at timestamptz not null default clock_timestamp(),
      constraint installation_real_clock check (mode <> 'real' or clock_offset = interval '0')
    );
    comment on table installation is 'room=platform; retention=permanent; personal=none';

    create function installation_mode_is_fixed() returns trigger language plpgsql as $$
    begin
      if new.mode is distinct from old.mode then
        raise exception 'the kind of an installation is chosen once and cannot change';
      end if;
      return new;
    end $$;
    create trigger installation_mode before update on installation
      for each row execute function installation_mode_is_fixed();

    create function assay_now() returns timestamptz language sql volatile parallel safe as $$
      select clock_timestamp() + coalesce((select clock_offset from installation), interval '0')
    $$;

    create table idempotency_keys (
      owner text not null,
      key_digest text not null,
      request_digest text not null,
      status smallint not null,
      reply jsonb not null,
      created_at timestamptz not null default assay_now(),
      primary key (owner, key_digest)
    );
    comment on table idempotency_keys is 'room=platform; retention=one_day; personal=none';
    -- the purge reads oldest first
    create index idempotency_keys_age on idempotency_keys (created_at);

    create table rate_windows (
      bucket text not null,
      window_start timestamptz not null,
      hits integer not null,
      primary key (bucket, window_start)
    );
    comment on table rate_windows is 'room=platform; retention=one_day; personal=bucket';

    create sequence case_numbers;

    grant select on installation to assay_app;
    grant update (clock_offset) on installation to assay_app;
    grant select, insert, update, delete on idempotency_keys, rate_windows to assay_app;
    grant usage on sequence case_numbers to assay_app;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop sequence case_numbers;
    drop table rate_windows, idempotency_keys;
    drop function assay_now();
    drop table installation;
    drop function installation_mode_is_fixed();
  `);
}
