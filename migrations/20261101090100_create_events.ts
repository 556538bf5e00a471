import type { Knex } from 'knex';

/** The event log: written once, never changed by the serving role, sealed into a Merkle tree. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table events (
      id uuid not null,
      recorded_at timestamptz not null default assay_now(),
      type text not null check (type ~ '^[a-z_]+\\.[a-z_]+$'),
      subject_kind text not null,
      subject_id uuid not null,
      subject_version integer,
      actor_kind text not null check (actor_kind in ('person', 'portal', 'api_key', 'system', 'installation')),
      actor_id uuid,
      actor_name text,
      request_id text,
      data jsonb not null default '{}',
      text_digests jsonb not null default '{}',
      xid xid8 not null default pg_current_xact_id(),
      primary key (recorded_at, id)
    ) partition by range (recorded_at);
    comment on table events is 'room=audit; retention=ten_years; personal=none';
    -- history of one record, newest first
    create index events_subject on events (subject_id, recorded_at desc, id desc);
    -- the sealer walks transactions in the order they began
    create index events_xid on events (xid, id);

    create table event_texts (
      event_id uuid not null,
      field text not null,
      person_id uuid,
      body text,
      erased_at timestamptz,
      primary key (event_id, field),
      constraint event_texts_erased check ((body is null) = (erased_at is not null))
    );
    comment on table event_texts is 'room=audit; retention=with_subject; personal=body';
    -- erasure of one person
    create index event_texts_person on event_texts (person_id) where person_id is not null;

    create table event_positions (
      position bigint primary key check (position >= 0),
      event_id uuid not null unique,
      recorded_at timestamptz not null,
      xid xid8 not null,
      leaf bytea not null check (octet_length(leaf) = 32)
    );
    comment on table event_positions is 'room=audit; retention=ten_years; personal=none';

    create table log_checkpoints (
      size bigint primary key check (size > 0),
      root bytea not null check (octet_length(root) = 32),
      key_id text not null,
      signature bytea not null,
      signed_at timestamptz not null default assay_now()
    );
    comment on table log_checkpoints is 'room=audit; retention=ten_years; personal=none';

    create function log_is_append_only() returns trigger language plpgsql as $$
    begin
      raise exception 'the event log is append-only';
    end $$;
    create trigger events_append_only before update or delete on events
      for each row execute function log_is_append_only();
    alter table events enable always trigger events_append_only;
    create trigger events_no_truncate before truncate on events
      for each statement execute function log_is_append_only();
    alter table events enable always trigger events_no_truncate;
    create trigger positions_append_only before update or delete on event_positions
      for each row execute function log_is_append_only();
    alter table event_positions enable always trigger positions_append_only;
    create trigger checkpoints_append_only before update or delete on log_checkpoints
      for each row execute function log_is_append_only();
    alter table log_checkpoints enable always trigger checkpoints_append_only;

    create function ensure_event_partition(month date) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      first date := date_trunc('month', month)::date;
      name text := 'events_' || to_char(date_trunc('month', month), 'YYYYMM');
    begin
      perform pg_advisory_xact_lock(hashtext('assay.event_partition'));
      if to_regclass('public.' || name) is null then
        execute format('create table %I partition of events for values from (%L) to (%L)',
          name, first::timestamp at time zone 'UTC', (first + interval '1 month')::timestamp at time zone 'UTC');
      end if;
    end $$;
    revoke all on function ensure_event_partition(date) from public;
    grant execute on function ensure_event_partition(date) to assay_app;
    select ensure_event_partition((date_trunc('month', clock_timestamp()) + make_interval(months => n))::date)
      from generate_series(-4, 12) n;

    create view event_view as select id, recorded_at, type, subject_kind, subject_id, data from events;
    grant select on event_view to assay_app;
    grant select, insert on events, event_positions, log_checkpoints to assay_app;
    grant select, insert, update (body, erased_at) on event_texts to assay_app;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop view event_view;
    drop function ensure_event_partition(date);
    drop table log_checkpoints, event_positions, event_texts, events;
    drop function log_is_append_only();
  `);
}
