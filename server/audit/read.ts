import type { Knex } from 'knex';
import type { z } from 'zod';
import { depthMax, type ListQuery, type ListResult } from '../platform/lists.ts';
import type { EventFilter, eventReply } from './schema.ts';

export type EventRow = z.input<typeof eventReply>;

const columns = `e.id, e.recorded_at, p.position, e.type, e.subject_kind, e.subject_id, e.subject_version, e.request_id, e.data,
  e.text_digests as digests,
  json_build_object('kind', e.actor_kind, 'id', e.actor_id, 'name', coalesce(person.name, e.actor_name)) as actor,
  coalesce((select json_object_agg(t.field, t.body) from event_texts t where t.event_id = e.id), '{}') as texts`;

const joins = `left join event_positions p on p.event_id = e.id
  left join person_view person on person.id = e.actor_id and e.actor_kind = 'person'`;

/** What `own` opens: events about people of the desk, machines' keys and the door; nothing about an applicant. */
const aboutTheDesk = ['person', 'api_key', 'visitor'];

function conditions(
  filter: EventFilter,
  grant: 'none' | 'own' | 'all',
  ids?: string[],
): { where: string; bindings: unknown[] } {
  const parts: string[] = [];
  const bindings: unknown[] = [];
  const add = (sql: string, value: unknown) => {
    parts.push(sql);
    bindings.push(value);
  };
  if (grant !== 'all') add('e.subject_kind = any(?)', grant === 'own' ? aboutTheDesk : []);
  if (filter.subject_id) add('e.subject_id = ?', filter.subject_id);
  if (filter.subject_kind) add('e.subject_kind = ?', filter.subject_kind);
  if (filter.type) add('e.type = ?', filter.type);
  if (filter.actor_id) add('e.actor_id = ?', filter.actor_id);
  if (filter.from) add('e.recorded_at >= ?', filter.from);
  if (filter.to) add('e.recorded_at < ?', filter.to);
  if (ids) add('e.id = any(?::uuid[])', ids);
  return { where: parts.length > 0 ? `where ${parts.join(' and ')}` : '', bindings };
}

/** The event log, newest first by default. */
export async function listEvents(
  db: Knex,
  list: ListQuery<EventFilter>,
  grant: 'none' | 'own' | 'all',
): Promise<ListResult<EventRow>> {
  const { where, bindings } = conditions(list.filter, grant, list.ids);
  const rows = await db.raw<{ rows: EventRow[] }>(
    `select ${columns} from (select * from events e ${where} order by e.recorded_at ${list.sort.order}, e.id ${list.sort.order}
       limit ${list.limit} offset ${list.offset}) e ${joins}
     order by e.recorded_at ${list.sort.order}, e.id ${list.sort.order}`,
    bindings as Knex.RawBinding[],
  );
  const total = await db.raw<{ rows: { n: number }[] }>(
    `select count(*)::int as n from (select 1 from events e ${where} limit ${depthMax + 1}) seen`,
    bindings as Knex.RawBinding[],
  );
  return { rows: rows.rows, total: total.rows[0]?.n ?? 0 };
}

/** Everything that happened to the given subjects, newest first, at most 500. */
export async function historyOf(db: Knex, subjectIds: readonly string[]): Promise<EventRow[]> {
  const rows = await db.raw<{ rows: EventRow[] }>(
    `select ${columns} from (select * from events e where e.subject_id = any(?::uuid[])
       order by e.recorded_at desc, e.id desc limit 500) e ${joins} order by e.recorded_at desc, e.id desc`,
    [subjectIds as string[]],
  );
  return rows.rows;
}
