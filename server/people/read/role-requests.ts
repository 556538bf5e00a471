import type { Knex } from 'knex';
import type { z } from 'zod';
import type { ListQuery, ListResult } from '../../platform/lists.ts';
import type { roleRequestFilter, roleRequestReply } from '../schema/people.ts';

type Row = z.input<typeof roleRequestReply>;

const named = (alias: string): string => `json_build_object('id', ${alias}.id, 'name', ${alias}.name)`;

/** Requests for roles, open and decided; `viewer` is told which they may decide. */
export async function listRoleRequests(
  db: Knex,
  query: ListQuery<z.output<typeof roleRequestFilter>>,
  viewer: string | null,
): Promise<ListResult<Row>> {
  const where: string[] = ['true'];
  const values: Knex.RawBinding[] = [];
  if (query.ids) {
    where.push('q.id = any(?)');
    values.push(query.ids);
  }
  if (query.filter.state) {
    where.push('q.state = ?');
    values.push(query.filter.state);
  }
  if (query.filter.person_id) {
    where.push('q.person_id = ?');
    values.push(query.filter.person_id);
  }
  const condition = where.join(' and ');
  const [page, total] = await Promise.all([
    db.raw<{ rows: Row[] }>(
      `select q.id, ${named('p')} as person, q.role, q.state, ${named('a')} as requested_by, q.requested_at,
         case when d.id is not null then ${named('d')} end as decided_by, q.decided_at, q.version,
         q.state = 'open' and q.requested_by is distinct from ?::uuid and q.person_id is distinct from ?::uuid
           and ?::uuid is not null as mine_to_decide
       from role_requests q join persons p on p.id = q.person_id join persons a on a.id = q.requested_by
         left join persons d on d.id = q.decided_by
       where ${condition} order by ?? ${query.sort.order === 'asc' ? 'asc' : 'desc'}, q.id limit ? offset ?`,
      [viewer, viewer, viewer, ...values, `q.${query.sort.field}`, query.limit, query.offset],
    ),
    db.raw<{ rows: { n: number }[] }>(
      `select count(*)::int as n from (select 1 from role_requests q where ${condition} limit 10001) c`,
      [...values],
    ),
  ]);
  return { rows: page.rows, total: total.rows[0]?.n ?? 0 };
}
