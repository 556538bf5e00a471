import type { Knex } from 'knex';

/** Work items with their counters, involvement and conflicts of interest; internal notes. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table work_items (
      id uuid primary key,
      kind text not null check (kind in ('application', 'second_decision')),
      channel text not null,
      language text not null,
      subject_kind text not null,
      subject_id uuid not null,
      party_key text not null,
      state text not null check (state in ('waiting', 'claimed', 'held', 'snoozed', 'done', 'cancelled')),
      critical boolean not null default false,
      allowed_minutes integer not null check (allowed_minutes > 0),
      effective_start timestamptz not null,
      -- what the working-time clock showed at effective_start, in minutes: now's reading minus it is the time used
      clock_start double precision not null,
      due_at timestamptz not null,
      holder_id uuid references persons (id),
      claimed_at timestamptz,
      lease_until timestamptz,
      held_reason text,
      held_until timestamptz,
      preferred_id uuid references persons (id),
      preferred_until timestamptz,
      used_minutes double precision,
      nobody_eligible boolean not null default false,
      opened_at timestamptz not null default assay_now(),
      closed_at timestamptz,
      version integer not null default 1,
      constraint work_items_holder check ((state in ('claimed', 'held')) = (holder_id is not null)),
      constraint work_items_lease check ((state = 'claimed') = (lease_until is not null)),
      constraint work_items_held check ((state = 'held') = (held_until is not null)),
      constraint work_items_paused check ((state = 'snoozed') = (used_minutes is not null)),
      constraint work_items_preferred check ((preferred_id is null) = (preferred_until is null)),
      constraint work_items_closed check ((state in ('done', 'cancelled')) = (closed_at is not null))
    );
    comment on table work_items is 'room=queue; retention=six_years; personal=held_reason';
    -- one open item per subject and kind
    create unique index work_items_open on work_items (subject_id, kind) where state not in ('done', 'cancelled');
    -- claim-next: the oldest of each kind, allowed time and urgency
    create index work_items_next on work_items (kind, allowed_minutes, critical, effective_start) where state = 'waiting';
    -- the queue screen: open work by due time
    create index work_items_due on work_items (state, due_at, id);
    create index work_items_all_due on work_items (due_at, id) where state in ('waiting', 'claimed', 'held');
    -- one stream of it
    create index work_items_channel_due on work_items (channel, due_at, id) where state in ('waiting', 'claimed', 'held');
    -- items nobody may take: few, looked at again every minute
    create index work_items_nobody on work_items (id) where nobody_eligible and state = 'waiting';
    create index work_items_holds on work_items (held_until) where state = 'held';
    -- sweeping leases, and what one person holds
    create index work_items_lease on work_items (lease_until) where state = 'claimed';
    create index work_items_holder on work_items (holder_id, state) where holder_id is not null;

    create table work_item_counts (
      kind text not null,
      channel text not null,
      state text not null,
      slot smallint not null,
      items bigint not null,
      primary key (kind, channel, state, slot)
    );
    comment on table work_item_counts is 'room=queue; retention=permanent; personal=none';

    create function count_work_items() returns trigger language plpgsql as $$
    begin
      if tg_op = 'INSERT' then
        insert into work_item_counts (kind, channel, state, slot, items)
        select kind, channel, state, pg_backend_pid() % 16, count(*) from after_rows group by 1, 2, 3 order by 1, 2, 3
        on conflict (kind, channel, state, slot) do update set items = work_item_counts.items + excluded.items;
      else
        insert into work_item_counts (kind, channel, state, slot, items)
        select kind, channel, state, pg_backend_pid() % 16, sum(n) from (
          select kind, channel, state, 1 as n from after_rows
          union all select kind, channel, state, -1 from before_rows) moved
        group by 1, 2, 3 having sum(n) <> 0 order by 1, 2, 3
        on conflict (kind, channel, state, slot) do update set items = work_item_counts.items + excluded.items;
      end if;
      return null;
    end $$;
    create trigger work_items_count_insert after insert on work_items
      referencing new table as after_rows for each statement execute function count_work_items();
    create trigger work_items_count_update after update on work_items
      referencing old table as before_rows new table as after_rows for each statement execute function count_work_items();

    create table involvements (
      subject_id uuid not null,
      person_id uuid not null references persons (id),
      part text not null check (part in ('held', 'requested_changes', 'decided', 'seconded')),
      at timestamptz not null default assay_now(),
      primary key (subject_id, person_id, part)
    );
    comment on table involvements is 'room=queue; retention=six_years; personal=none';

    create table conflicts_of_interest (
      id uuid primary key,
      person_id uuid not null references persons (id),
      party_key text not null,
      reason text not null,
      declared_at timestamptz not null default assay_now(),
      withdrawn_at timestamptz
    );
    comment on table conflicts_of_interest is 'room=queue; retention=six_years; personal=reason';
    create unique index conflicts_standing on conflicts_of_interest (person_id, party_key) where withdrawn_at is null;

    create table notes (
      id uuid primary key,
      subject_kind text not null,
      subject_id uuid not null,
      author_id uuid not null references persons (id),
      body text,
      mentions uuid[] not null default '{}',
      created_at timestamptz not null default assay_now(),
      erased_at timestamptz
    );
    comment on table notes is 'room=notes; retention=six_years; personal=body';
    create index notes_subject on notes (subject_id, created_at);

    create view work_item_view as select id, subject_id, kind, state, holder_id, opened_at from work_items;
    -- the items about a subject, closed ones too
    create index work_items_subject on work_items (subject_id, id);
    create view note_view as
      select id, subject_id, author_id, body, mentions, created_at from notes where erased_at is null;
    grant select on work_item_view, note_view to assay_app;
    grant select, insert, update on work_items, work_item_counts, conflicts_of_interest, notes to assay_app;
    grant select, insert on involvements to assay_app;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop view note_view, work_item_view;
    drop table notes, conflicts_of_interest, involvements, work_item_counts, work_items;
    drop function count_work_items();
  `);
}
