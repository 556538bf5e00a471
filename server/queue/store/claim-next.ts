import type { Uow } from '../../platform/uow.ts';
import { excludingParts, holdingInvolves, workKinds } from '../rules/eligibility.ts';
import type { WorkItemRow } from '../rules/row.ts';
import { rowColumnsFor, rowJoins } from '../rules/row-columns.ts';
import type { Stream } from '../schema/work-items.ts';

export interface ClaimNext {
  personId: string;
  stream: Stream;
  leaseMinutes: number;
  /** The caller's belief of the time, and of the working-time clock at it. */
  believedNow: Date;
  clockNow: number;
}

/** `now` is the database's; where it differs from the belief by minutes nothing was claimed. */
export interface Claimed {
  now: Date;
  item: WorkItemRow | null;
  was_held_by: string | null;
}

const excluded = workKinds
  .map((kind) => `when '${kind}' then array[${excludingParts[kind].map((part) => `'${part}'`).join(', ')}]`)
  .join(' ');

// a name of the closed list, never somebody's words
const involving = workKinds
  .filter(holdingInvolves)
  .map((kind) => `'${kind}'`)
  .join(', ');

/** What keeps this person from an item: a conflict of interest, an earlier part in it, or that it is kept for another. */
const takeable = `(w.preferred_id is null or w.preferred_id = p.me or w.preferred_until <= p.now)
  and not exists (select from conflicts_of_interest c
    where c.person_id = p.me and c.party_key = w.party_key and c.withdrawn_at is null)
  and not exists (select from involvements i where i.subject_id = w.subject_id and i.person_id = p.me
    and i.part = any(case w.kind ${excluded} end))`;
const inStream = `(p.kind is null or w.kind = p.kind) and (p.channel is null or w.channel = p.channel)
  and (p.language is null or w.language = p.language)`;
const picked = 'w.id, w.critical, w.clock_start, w.allowed_minutes, w.effective_start, w.holder_id';

/**
 * One statement: the oldest takeable item of each (kind, allowed time, urgency), skipping what others are just taking,
 * and the oldest whose lease is over; of those few the most urgent is claimed.
 */
const statement = `
with recursive p as materialized (
  select ?::uuid as me, ?::text as kind, ?::text as channel, ?::text as language, ?::int as lease_minutes,
    ?::timestamptz as believed, ?::float8 as clock_now, assay_now() as now),
groups as (
  (select kind, allowed_minutes, critical from work_items where state = 'waiting'
   order by kind, allowed_minutes, critical limit 1)
  union all
  select n.kind, n.allowed_minutes, n.critical from groups g cross join lateral (
    select kind, allowed_minutes, critical from work_items w
    where w.state = 'waiting' and (w.kind, w.allowed_minutes, w.critical) > (g.kind, g.allowed_minutes, g.critical)
    order by w.kind, w.allowed_minutes, w.critical limit 1) n),
heads as materialized (
  select h.* from p cross join groups g cross join lateral (
    select ${picked} from work_items w
    where w.state = 'waiting' and w.kind = g.kind and w.allowed_minutes = g.allowed_minutes and w.critical = g.critical
      and ${inStream} and ${takeable}
    order by w.effective_start limit 1 for update of w skip locked) h),
lapsed as materialized (
  select h.* from p cross join lateral (
    select ${picked} from work_items w
    where w.state = 'claimed' and w.lease_until <= p.now and ${inStream} and ${takeable}
    order by w.lease_until limit 1 for update of w skip locked) h),
chosen as materialized (
  select c.id, c.holder_id from (select * from heads union all select * from lapsed) c, p
  where abs(extract(epoch from p.now - p.believed)) < 120
  order by c.critical desc, greatest(0, p.clock_now - c.clock_start) / c.allowed_minutes desc, c.effective_start
  limit 1),
claimed as (
  update work_items w set state = 'claimed', holder_id = p.me, claimed_at = p.now,
    lease_until = p.now + make_interval(mins => p.lease_minutes), preferred_id = null, preferred_until = null,
    nobody_eligible = false, version = w.version + 1
  from chosen, p where w.id = chosen.id
  returning w.*),
involved as (
  insert into involvements (subject_id, person_id, part)
  select subject_id, holder_id, 'held' from claimed where kind in (${involving}) on conflict do nothing)
select p.now, w.id is not null as found, chosen.holder_id as was_held_by, ${rowColumnsFor('p.me')}
from p left join claimed w on true left join chosen on true ${rowJoins}`;

export async function claimNext(uow: Uow, input: ClaimNext): Promise<Claimed> {
  const { rows } = await uow.trx
    .raw<{ rows: (WorkItemRow & { now: Date; found: boolean; was_held_by: string | null })[] }>(statement, [
      input.personId,
      input.stream.kind ?? null,
      input.stream.channel ?? null,
      input.stream.language ?? null,
      input.leaseMinutes,
      input.believedNow,
      input.clockNow,
    ] as never[])
    .options({ name: 'queue.claim_next' });
  const [row] = rows;
  if (!row) throw new Error('claiming answered nothing');
  return { now: row.now, item: row.found ? row : null, was_held_by: row.was_held_by };
}

/** How many items wait, and how many of them nobody may take. */
export async function waitingCounts(uow: Uow): Promise<{ waiting: number; nobody: number }> {
  const { rows } = await uow.trx.raw<{ rows: { waiting: number; nobody: number }[] }>(
    `select (select coalesce(sum(items), 0) from work_item_counts where state = 'waiting')::int as waiting,
       (select count(*) from work_items where nobody_eligible and state = 'waiting')::int as nobody`,
  );
  return rows[0] ?? { waiting: 0, nobody: 0 };
}
