import type { Knex } from 'knex';
import type { z } from 'zod';
import { Problem } from '../../kernel/problem.ts';
import type { ListQuery, ListResult } from '../../platform/lists.ts';
import type { OpenWork, PolicyFilter, policyReply } from '../schema/policy.ts';

export type PolicyListed = z.input<typeof policyReply>;
export interface PolicyWhole extends PolicyListed {
  document: unknown;
  open_work: OpenWork;
  author_id: string | null;
  editors: string[];
  based_on_id: string | null;
}

const columns = (db: Knex) => [
  'p.id',
  'p.kind',
  'p.version',
  'p.state',
  'p.digest',
  'p.effective_from',
  'p.published_at',
  'p.revision',
  'p.summary',
  db.raw(`p.state = 'published' and not exists (select 1 from policy_versions n
    where n.kind = p.kind and n.state = 'published' and n.effective_from > p.effective_from and n.effective_from <= assay_now())
    and p.effective_from <= assay_now() as in_force`),
  db.raw("json_build_object('kind', p.author_kind, 'name', author.name) as author"),
  db.raw(
    "case when publisher.id is null then null else json_build_object('name', publisher.name) end as publisher",
  ),
];

const base = (db: Knex) =>
  db('policy_versions as p')
    .leftJoin('person_view as author', 'author.id', 'p.author_id')
    .leftJoin('person_view as publisher', 'publisher.id', 'p.publisher_id');

export async function listPolicies(
  db: Knex,
  list: ListQuery<PolicyFilter>,
): Promise<ListResult<PolicyListed>> {
  const wanted = base(db).where((q) => {
    for (const [name, value] of Object.entries(list.filter)) q.where(`p.${name}`, value);
    if (list.ids) q.whereIn('p.id', list.ids);
  });
  const rows = await wanted
    .clone()
    .select(columns(db))
    .orderBy(`p.${list.sort.field}`, list.sort.order)
    .orderBy('p.created_at', 'desc')
    .limit(list.limit)
    .offset(list.offset);
  const total = await wanted.clone().count<{ count: number }[]>('* as count');
  return { rows: rows as PolicyListed[], total: Number(total[0]?.count ?? 0) };
}

/** One book with its document. Throws `not_found`. */
export async function policyWhole(db: Knex, id: string): Promise<PolicyWhole> {
  const row = await base(db)
    .where('p.id', id)
    .select(columns(db))
    .select('p.document', 'p.open_work', 'p.author_id', 'p.editors', 'p.based_on as based_on_id')
    .first();
  if (!row) throw new Problem('not_found');
  return row as PolicyWhole;
}
