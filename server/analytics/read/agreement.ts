import type { Knex } from 'knex';
import type { z } from 'zod';
import { type Numbered, withCaseNumber } from '../../kernel/case-number.ts';
import type { ListQuery, ListResult } from '../../platform/lists.ts';
import { agreementOf, type Counted, type Measure, ranked } from '../rules/agreement.ts';
import type {
  AgreementCaseFilter,
  AgreementFilter,
  agreementCaseReply,
  agreementReply,
} from '../schema/agreement.ts';

type Row = z.input<typeof agreementReply>;
type Case = z.input<typeof agreementCaseReply>;

/**
 * How often people overturn each finding, of the decisions of a period: what the machine said in the scores those rest
 * on, and the judgements that stand against it, counted in one statement.
 */
export async function listAgreement(db: Knex, list: ListQuery<AgreementFilter>): Promise<ListResult<Row>> {
  // a finding is no uuid: none of the ids somebody may ask for is one
  if (list.ids) return { rows: [], total: 0 };
  const { kind, from, to } = list.filter;
  const { rows } = await db.raw<{ rows: Counted[] }>(
    // not materialized: it is asked twice, and only so both cores count
    `with decided as not materialized (
       select score_id from decided_view where (:from::timestamptz is null or decided_at >= :from)
         and (:to::timestamptz is null or decided_at < :to)),
     said as (
       select place, count(*)::int as count from decided join finding_view f using (score_id), unnest(f.findings) place
       group by place),
     overturned as (
       select o.finding, o.machine, o.judged, count(*)::int as count
       from override_view o join finding_view using (score_id) where o.score_id in (select score_id from decided)
       group by 1, 2, 3)
     select split_part(place, '=', 1) as finding, split_part(place, '=', 2) as machine, null as judged, count from said
     union all select finding, machine, judged, count from overturned`,
    { from: from ?? null, to: to ?? null },
  );
  const all = agreementOf(rows).filter((row) => kind === undefined || row.kind === kind);
  const page = ranked(all, list.sort.field as Measure, list.sort.order);
  return { rows: page.slice(list.offset, list.offset + list.limit) as Row[], total: all.length };
}

/** The judgements behind a finding's figure, newest first, with reason, author and who signed as well. */
export async function listAgreementCases(
  db: Knex,
  list: ListQuery<AgreementCaseFilter>,
): Promise<ListResult<Case>> {
  const { finding, machine, judged, from, to } = list.filter;
  const wanted = db('override_view as o')
    .join('finding_view as f', 'f.score_id', 'o.score_id')
    .join('decided_view as d', 'd.score_id', 'o.score_id')
    .where((q) => {
      if (finding) q.where('o.finding', finding);
      if (machine) q.where('o.machine', machine);
      if (judged) q.where('o.judged', judged);
      if (from) q.where('d.decided_at', '>=', from);
      if (to) q.where('d.decided_at', '<', to);
      if (list.ids) q.whereIn('o.id', list.ids);
    });
  const person = (alias: string) => `json_build_object('id', ${alias}.id, 'name', ${alias}.name)`;
  const rows: Numbered<Case>[] = await wanted
    .clone()
    .join('person_view as who', 'who.id', 'o.overridden_by')
    .leftJoin('person_view as second', 'second.id', 'o.co_signed_by')
    .select('o.id', 'o.finding', 'o.machine', 'o.judged', 'o.reason', 'o.overridden_at as at')
    .select('d.id as application_id', 'd.number', 'd.created_at', 'd.trading_name', 'd.state as decision')
    .select(
      db.raw(`${person('who')} as "by"`),
      db.raw(`case when second.id is null then null else ${person('second')} end as co_signed_by`),
    )
    .orderBy('o.overridden_at', list.sort.order)
    .orderBy('o.id')
    .limit(list.limit)
    .offset(list.offset);
  const total = await wanted.clone().count<{ count: number }[]>('* as count');
  return {
    rows: rows.map((row) => withCaseNumber<Case>(row)),
    total: Number(total[0]?.count ?? 0),
  };
}
