import type { Knex } from 'knex';
import type { z } from 'zod';
import { type Numbered, withCaseNumber } from '../../kernel/case-number.ts';
import type { ListQuery, ListResult } from '../../platform/lists.ts';
import type { RescoreFilter, rescoreReply, SkipFilter, skipReply } from '../schema/rescore.ts';

type Run = z.input<typeof rescoreReply>;
type Skip = z.input<typeof skipReply>;

/** What became of open work after each rubric. */
export async function listRescores(db: Knex, list: ListQuery<RescoreFilter>): Promise<ListResult<Run>> {
  const wanted = db('rescore_runs').where((q) => {
    if (list.filter.policy_version_id) q.where('policy_version_id', list.filter.policy_version_id);
    if (list.ids) q.whereIn('id', list.ids);
  });
  const rows = await wanted
    .clone()
    .select(
      ...['id', 'policy_version_id', 'mode', 'state', 'total', 'done', 'reread', 'moved', 'skipped'],
      'started_at',
      'finished_at',
    )
    .orderBy('started_at', list.sort.order)
    .orderBy('id')
    .limit(list.limit)
    .offset(list.offset);
  const total = await wanted.clone().count<{ count: number }[]>('* as count');
  return { rows: rows as Run[], total: Number(total[0]?.count ?? 0) };
}

/** The applications that kept their reading, and why. */
export async function listSkips(db: Knex, list: ListQuery<SkipFilter>): Promise<ListResult<Skip>> {
  const { run_id, reason } = list.filter;
  const wanted = db('rescore_skips as s').where((q) => {
    if (run_id) q.where('s.run_id', run_id);
    if (reason) q.where('s.reason', reason);
    if (list.ids) q.whereIn('s.application_id', list.ids);
  });
  const rows: Numbered<Skip>[] = await wanted
    .clone()
    .join('applications as a', 'a.id', 's.application_id')
    .select('a.id', 'a.number', 'a.created_at', 'a.trading_name', 's.reason', 's.skipped_at')
    .orderBy('s.skipped_at', list.sort.order)
    .orderBy('a.id')
    .limit(list.limit)
    .offset(list.offset);
  const total = await wanted.clone().count<{ count: number }[]>('* as count');
  return {
    rows: rows.map((row) => withCaseNumber<Skip>(row)),
    total: Number(total[0]?.count ?? 0),
  };
}
