import type { Knex } from 'knex';
import type { z } from 'zod';
import { type Numbered, withCaseNumber } from '../../kernel/case-number.ts';
import type { ListQuery, ListResult } from '../../platform/lists.ts';
import { summaryOf, type Tally } from '../rules/tally.ts';
import type { ChangeFilter, changeReply, WhatIfFilter, whatIfReply } from '../schema/what-if.ts';

type Run = z.input<typeof whatIfReply>;
type Changed = z.input<typeof changeReply>;
interface RunRow extends Omit<Run, 'summary'> {
  tally: Partial<Tally>;
}

/** What-if runs with what they found, newest first. */
export async function listRuns(db: Knex, list: ListQuery<WhatIfFilter>): Promise<ListResult<Run>> {
  const wanted = db('what_if_runs as r').where((q) => {
    if (list.filter.policy_version_id) q.where('r.policy_version_id', list.filter.policy_version_id);
    if (list.ids) q.whereIn('r.id', list.ids);
  });
  const rows: RunRow[] = await wanted
    .clone()
    .join('policy_view as p', 'p.id', 'r.policy_version_id')
    .leftJoin('person_view as who', 'who.id', 'r.asked_by')
    .select(
      ...['id', 'policy_version_id', 'state', 'decided_from', 'decided_to', 'asked_at', 'finished_at'].map(
        (name) => `r.${name}`,
      ),
      'r.total',
      'r.done',
      'r.tally',
      'r.version',
      'who.name as asked_by',
      db.raw('p.revision <> r.policy_revision as outdated'),
    )
    .orderBy('r.asked_at', list.sort.order)
    .limit(list.limit)
    .offset(list.offset);
  const total = await wanted.clone().count<{ count: number }[]>('* as count');
  return {
    rows: rows.map(({ tally, ...row }) => ({
      ...row,
      summary: summaryOf({ cells: tally.cells ?? {}, near: tally.near ?? 0 }),
    })),
    total: Number(total[0]?.count ?? 0),
  };
}

/** The decisions of a run whose band would have been another, those nearest a line last. */
export async function listChanges(db: Knex, list: ListQuery<ChangeFilter>): Promise<ListResult<Changed>> {
  const { run_id, band_after, decision } = list.filter;
  const wanted = db('what_if_changes as c').where((q) => {
    q.where('c.run_id', run_id);
    if (band_after) q.where('c.band_after', band_after);
    if (decision) q.where('c.decision', decision);
  });
  const rows: Numbered<Changed>[] = await wanted
    .clone()
    .join('decided_view as d', 'd.id', 'c.application_id')
    .select(
      'd.id',
      'd.number',
      'd.created_at',
      'd.trading_name',
      'c.decision',
      'c.band_before',
      'c.band_after',
    )
    .select(db.raw('floor(c.score_before)::int as score_before, floor(c.score_after)::int as score_after'))
    .orderBy([
      { column: 'c.distance', order: 'desc' },
      { column: 'c.application_id', order: 'asc' },
    ])
    .limit(list.limit)
    .offset(list.offset);
  const total = await wanted.clone().count<{ count: number }[]>('* as count');
  return {
    rows: rows.map((row) => withCaseNumber<Changed>(row)),
    total: Number(total[0]?.count ?? 0),
  };
}
