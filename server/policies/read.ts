import type { Knex } from 'knex';
import type { z } from 'zod';
import { Problem } from '../kernel/problem.ts';
import type { ListQuery, ListResult } from '../platform/lists.ts';
import type { PolicyFilter, policyDocumentReply, policyReply } from './schema.ts';

type PolicyRow = z.input<typeof policyReply>;

const columns = (db: Knex) => [
  'p.id',
  'p.kind',
  'p.version',
  'p.state',
  'p.digest',
  'p.effective_from',
  'p.published_at',
  db.raw("json_build_object('kind', p.author_kind, 'name', author.name) as author"),
  db.raw(
    "case when publisher.id is null then null else json_build_object('name', publisher.name) end as publisher",
  ),
];

const base = (db: Knex) =>
  db('policy_versions as p')
    .leftJoin('person_view as author', 'author.id', 'p.author_id')
    .leftJoin('person_view as publisher', 'publisher.id', 'p.publisher_id');

export async function listPolicies(db: Knex, list: ListQuery<PolicyFilter>): Promise<ListResult<PolicyRow>> {
  const wanted = base(db).where((q) => {
    for (const [name, value] of Object.entries(list.filter)) q.where(`p.${name}`, value);
    if (list.ids) q.whereIn('p.id', list.ids);
  });
  const rows = await wanted
    .clone()
    .select(columns(db))
    .orderBy(`p.${list.sort.field}`, list.sort.order)
    .limit(list.limit)
    .offset(list.offset);
  const total = await wanted.clone().count<{ count: number }[]>('* as count');
  return { rows: rows as PolicyRow[], total: Number(total[0]?.count ?? 0) };
}

export async function onePolicy(db: Knex, id: string): Promise<z.input<typeof policyDocumentReply>> {
  const row = await base(db).where('p.id', id).select(columns(db)).select('p.document').first();
  if (!row) throw new Problem('not_found');
  return row as z.input<typeof policyDocumentReply>;
}
