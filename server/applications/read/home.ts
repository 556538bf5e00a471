import type { Knex } from 'knex';
import type { HomeReply } from '../schema/home.ts';

const atMost = 10;

/** "APP-2026-000123" and the name, as one object. */
const application = (
  alias: string,
) => `json_build_object('id', ${alias}.id, 'trading_name', ${alias}.trading_name,
  'case_number', 'APP-' || to_char(${alias}.created_at at time zone 'UTC', 'YYYY') || '-' || lpad(${alias}.number::text, 6, '0')) as application`;
const person = (alias: string) => `json_build_object('id', ${alias}.id, 'name', ${alias}.name) as by`;

async function rows<R>(db: Knex, sql: string, bindings: Record<string, string | Date>): Promise<R[]> {
  return (await db.raw<{ rows: R[] }>(sql, bindings)).rows;
}

/** Applications whose applicant answered what this person asked for. */
export const answersSince = (db: Knex, me: string, since: Date): Promise<HomeReply['answers']> =>
  rows(
    db,
    `select ${application('a')}, max(r.answered_at) as at, count(*)::int as items
     from change_requests r join applications a on a.id = r.application_id
     where r.requested_by = :me and r.answered_at > :since
     group by a.id order by 2 desc limit ${atMost}`,
    { me, since },
  );

/** What others did on decisions of this person's, and on applications they had asked changes of. */
export const colleaguesSince = (
  db: Knex,
  me: string,
  since: Date,
): Promise<Omit<HomeReply['colleagues'][number], 'reason'>[]> =>
  rows(
    db,
    `with steps as (
       select d.application_id, 'agreed' as step, d.second_by as person_id, d.second_at as at, '[]'::jsonb as codes
       from decisions d where d.decided_by = :me and d.second_at > :since and d.state <> 'declined'
       union all
       select d.application_id, case d.state when 'declined' then 'declined' else 'undone' end, d.closed_by, d.closed_at, '[]'
       from decisions d
       where d.decided_by = :me and d.closed_at > :since and d.state in ('declined', 'undone') and d.closed_by <> :me
       union all
       select d.application_id, case d.kind when 'approve' then 'approved' else 'rejected' end, d.decided_by, d.decided_at,
         coalesce((select jsonb_agg(distinct reason ->> 'code') from jsonb_array_elements(d.reasons) reason), '[]')
       from decisions d
       where d.decided_by <> :me and d.decided_at > :since and d.state in ('scheduled', 'final')
         and d.application_id in (select r.application_id from change_requests r where r.requested_by = :me)
       union all
       select r.application_id, 'item_accepted', r.accepted_by, r.accepted_at, jsonb_build_array(r.item)
       from change_requests r
       where r.requested_by = :me and r.accepted_at > :since and r.accepted_by <> :me)
     select ${application('a')}, steps.step, ${person('p')}, steps.at, steps.codes
     from steps join applications a on a.id = steps.application_id join person_view p on p.id = steps.person_id
     order by steps.at desc limit ${atMost}`,
    { me, since },
  );

/** What this person holds, what is kept for them, and decisions that wait for a second they may be. */
export const decidableNow = (db: Knex, me: string): Promise<HomeReply['decide']> =>
  rows(
    db,
    `select ${application('a')}, w.kind, w.due_at, w.holder_id is not null as held
     from work_item_due_view w join applications a on a.id = w.subject_id
     where w.state in ('waiting', 'claimed', 'held')
       and (w.holder_id = :me or (w.state = 'waiting' and (w.preferred_id = :me
         or (w.kind = 'second_decision' and w.preferred_id is null
           and not exists (select from involvement_view i where i.subject_id = w.subject_id and i.person_id = :me)))))
       and not exists (select from conflict_view c where c.person_id = :me and c.party_key = w.party_key)
     order by w.due_at, w.id limit ${atMost}`,
    { me },
  );

/** Where the next step is somebody else's: applicants who were asked, second people who have not looked yet. */
export const waitingOnOthers = (db: Knex, me: string): Promise<HomeReply['waiting']> =>
  rows(
    db,
    `select * from (
       select ${application('a')}, 'applicant' as for, a.changes_due_at as until
       from applications a
       where a.state = 'changes_requested' and exists (select from change_requests r
         where r.application_id = a.id and r.requested_by = :me and r.state = 'open')
       union all
       select ${application('a')}, 'second', null from decisions d join applications a on a.id = d.application_id
       where d.decided_by = :me and d.state = 'awaiting_second') both_kinds
     order by until nulls last limit ${atMost}`,
    { me },
  );

export async function newestDraft(db: Knex, me: string): Promise<HomeReply['draft']> {
  const found = await rows<NonNullable<HomeReply['draft']>>(
    db,
    `select ${application('a')}, r.kind, r.updated_at from review_drafts r join applications a on a.id = r.application_id
     where r.person_id = :me and r.kind <> 'note' and a.state = 'in_review'
     order by r.updated_at desc limit 1`,
    { me },
  );
  return found[0] ?? null;
}

/** This person's own decisions since Monday, by the days of the desk's time zone. */
export async function weekOf(db: Knex, me: string, timeZone: string): Promise<HomeReply['week']> {
  const [week] = await rows<HomeReply['week']>(
    db,
    `with monday as (select date_trunc('week', assay_now() at time zone :timeZone) at time zone :timeZone as at)
     select monday.at as from,
       count(*) filter (where d.decided_at >= monday.at)::int as decided,
       count(*) filter (where d.state = 'undone' and d.closed_at >= monday.at)::int as undone,
       count(*) filter (where d.state = 'declined' and d.closed_at >= monday.at)::int as overturned,
       count(*) filter (where d.state = 'awaiting_second')::int as waiting
     from monday left join decisions d on d.decided_by = :me
       and (d.decided_at >= monday.at or d.closed_at >= monday.at or d.state = 'awaiting_second')
     group by monday.at`,
    { me, timeZone },
  );
  if (!week) throw new Error('the week answered nothing');
  return week;
}
