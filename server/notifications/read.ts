import type { Knex } from 'knex';
import type { z } from 'zod';
import { Problem } from '../kernel/problem.ts';
import { depthMax, type ListQuery, type ListResult } from '../platform/lists.ts';
import type { MailScope } from './rules.ts';
import type { MailFilter, mailReply, mailRow } from './schema.ts';

type Row = z.input<typeof mailRow>;

const columns = `m.id, m.subject_kind, m.subject_id, m.template, m.locale, m.to_address, m.to_name, m.subject, m.state, m.attempts,
  m.last_error, m.created_at, m.sent_at, m.version,
  case when a.id is null then null else 'APP-' || to_char(coalesce(a.submitted_at, m.created_at) at time zone 'UTC', 'YYYY') || '-' || lpad(a.number::text, 6, '0') end as case_number`;

/** Mails outside the scope are not there at all: neither shown nor counted (trust 23). */
function within(q: Knex.QueryBuilder, scope: MailScope): void {
  if (scope === 'none') q.whereRaw('false');
  else if (scope !== 'both') q.where('m.subject_kind', scope === 'person' ? '=' : '<>', 'person');
}

const narrowed = (db: Knex, scope: MailScope, filter: MailFilter, ids?: string[]) =>
  db('mails as m').where((q) => {
    within(q, scope);
    for (const [name, value] of Object.entries(filter)) q.where(`m.${name}`, value);
    if (ids) q.whereIn('m.id', ids);
  });

export async function listMails(
  db: Knex,
  list: ListQuery<MailFilter>,
  scope: MailScope,
): Promise<ListResult<Row>> {
  const wanted = narrowed(db, scope, list.filter, list.ids);
  const rows = await wanted
    .clone()
    .leftJoin('application_view as a', 'a.id', 'm.subject_id')
    .select(db.raw(columns))
    .orderBy([{ column: `m.${list.sort.field}`, order: list.sort.order }, { column: 'm.id' }])
    .limit(list.limit)
    .offset(list.offset);
  const counted = await db.count<{ count: number }[]>('* as count').from(
    wanted
      .clone()
      .select('m.id')
      .limit(depthMax + 1)
      .as('seen'),
  );
  return { rows: rows as Row[], total: Number(counted[0]?.count ?? 0) };
}

/** One mail with its bodies. Throws `not_found`. */
export async function oneMail(db: Knex, id: string, scope: MailScope): Promise<z.input<typeof mailReply>> {
  const row = await db('mails as m')
    .leftJoin('application_view as a', 'a.id', 'm.subject_id')
    .where('m.id', id)
    .where((q) => within(q, scope))
    .select(
      db.raw(
        `${columns}, m.text_body, m.html_body, m.message_id, m.smtp_reply,
         (m.text_body like '%{{link}}%' and (select mode from installation) = 'demo') as can_open`,
      ),
    )
    .first();
  if (!row) throw new Problem('not_found');
  return row as z.input<typeof mailReply>;
}
