import type { Knex } from 'knex';
import type { z } from 'zod';
import { Problem } from '../../kernel/problem.ts';
import type { ListQuery, ListResult } from '../../platform/lists.ts';
import type { peopleFilter, personReply } from '../schema/people.ts';

type Row = z.input<typeof personReply>;

const columns = (addresses: boolean): string => `p.id, p.name, p.state, p.version, p.created_at,
  array(select r.role from person_roles r where r.person_id = p.id and r.role <> 'lead' order by r.role) as roles,
  exists (select from person_roles r where r.person_id = p.id and r.role = 'lead') as lead
  ${
    addresses
      ? `, p.email, array_remove(array[case when p.totp_confirmed_at is not null then 'totp' end,
           case when exists (select from passkeys k where k.person_id = p.id and k.removed_at is null) then 'passkey' end],
           null) as second_factors`
      : ''
  }`;

const pattern = (text: string): string => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/**
 * The people of the desk. Without `addresses` neither shown nor searched: a count over a column nobody may see would
 * give it away (trust 23).
 */
export async function listPeople(
  db: Knex,
  query: ListQuery<z.output<typeof peopleFilter>>,
  addresses: boolean,
): Promise<ListResult<Row>> {
  const where: string[] = ['true'];
  const values: Knex.RawBinding[] = [];
  const { state, role, q } = query.filter;
  if (query.ids) {
    where.push('p.id = any(?)');
    values.push(query.ids);
  }
  if (state) {
    where.push('p.state = ?');
    values.push(state);
  }
  if (role) {
    where.push('exists (select from person_roles r where r.person_id = p.id and r.role = ?)');
    values.push(role);
  }
  if (q) {
    where.push(addresses ? '(p.name ilike ? or p.email ilike ?)' : 'p.name ilike ?');
    values.push(...(addresses ? [pattern(q), pattern(q)] : [pattern(q)]));
  }
  const from = `from persons p where ${where.join(' and ')}`;
  const [page, total] = await Promise.all([
    db.raw<{ rows: Row[] }>(
      `select ${columns(addresses)} ${from} order by ?? ${query.sort.order === 'asc' ? 'asc' : 'desc'}, p.id limit ? offset ?`,
      [...values, `p.${query.sort.field}`, query.limit, query.offset],
    ),
    db.raw<{ rows: { n: number }[] }>(`select count(*)::int as n from (select 1 ${from} limit 10001) c`, [
      ...values,
    ]),
  ]);
  return { rows: page.rows, total: total.rows[0]?.n ?? 0 };
}

/** One person. Throws `not_found`. */
export async function onePerson(db: Knex, id: string, addresses: boolean): Promise<Row> {
  const found = await db.raw<{ rows: Row[] }>(`select ${columns(addresses)} from persons p where p.id = ?`, [
    id,
  ]);
  const row = found.rows[0];
  if (!row) throw new Problem('not_found');
  return row;
}
