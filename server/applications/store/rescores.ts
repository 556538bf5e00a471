import type { RescoreRuns } from '../../platform/tables.gen.ts';
import type { Uow } from '../../platform/uow.ts';
import type { SkipReason } from '../schema/rescore.ts';

export type RescoreRow = RescoreRuns;
type Mode = RescoreRow['mode'];
const open = ['submitted', 'in_review', 'changes_requested'] as const;

/** Ends every run of an earlier book that is still under way. */
export async function overtakeRuns(uow: Uow, exceptPolicyId: string): Promise<void> {
  await uow
    .trx('rescore_runs')
    .where({ state: 'running' })
    .whereNot({ policy_version_id: exceptPolicyId })
    .update({ state: 'overtaken', finished_at: await uow.now() });
}

/** Begins the run of a book, once; null where there is one. */
export async function insertRescore(uow: Uow, policyId: string, mode: Mode): Promise<RescoreRow | null> {
  const counted = await uow
    .trx('applications')
    .whereIn('state', [...open])
    .count<{ count: string }[]>('* as count');
  const [row] = await uow
    .trx('rescore_runs')
    .insert({
      id: uow.id(),
      policy_version_id: policyId,
      mode,
      state: 'running',
      total: Number(counted[0]?.count ?? 0),
      started_at: await uow.now(),
    })
    .onConflict('policy_version_id')
    .ignore()
    .returning('*');
  return (row as RescoreRow | undefined) ?? null;
}

/** Locked. */
export async function lockRescore(uow: Uow, id: string): Promise<RescoreRow> {
  const row = await uow.trx<RescoreRow>('rescore_runs').where({ id }).forUpdate().first();
  if (!row) throw new Error(`no rescore run ${id}`);
  return row;
}

/** The run that waits for work to be touched, if there is one. */
export const touchRun = (uow: Uow): Promise<RescoreRow | undefined> =>
  uow.trx<RescoreRow>('rescore_runs').where({ mode: 'on_touch', state: 'running' }).first();

/** The next open applications after an id, in its order. */
export const openAfter = (uow: Uow, after: string | null, limit: number): Promise<string[]> =>
  uow
    .trx('applications')
    .whereIn('state', [...open])
    .where((q) => {
      if (after !== null) q.where('id', '>', after);
    })
    .orderBy('id')
    .limit(limit)
    .pluck('id');

/** Writes down that an application keeps its reading; false where that is known. */
export async function insertSkip(
  uow: Uow,
  runId: string,
  applicationId: string,
  reason: SkipReason,
): Promise<boolean> {
  const rows = await uow
    .trx('rescore_skips')
    .insert({ run_id: runId, application_id: applicationId, reason, skipped_at: await uow.now() })
    .onConflict(['run_id', 'application_id'])
    .ignore()
    .returning('run_id');
  return rows.length === 1;
}

export type Counts = Pick<RescoreRow, 'done' | 'reread' | 'moved' | 'skipped'>;

/** Adds to what a run has done, and keeps how far it came. */
export async function advanceRun(
  uow: Uow,
  run: RescoreRow,
  add: Counts,
  afterId: string | null,
): Promise<Counts> {
  const more = (column: string, by: number) => uow.trx.raw('?? + ?', [column, by]);
  const [row] = await uow
    .trx('rescore_runs')
    .where({ id: run.id })
    .update({
      done: more('done', add.done),
      reread: more('reread', add.reread),
      moved: more('moved', add.moved),
      skipped: more('skipped', add.skipped),
      after_id: afterId,
    } as never)
    .returning(['done', 'reread', 'moved', 'skipped']);
  return row as Counts;
}

export async function closeRescore(uow: Uow, run: RescoreRow, state: RescoreRow['state']): Promise<void> {
  await uow
    .trx('rescore_runs')
    .where({ id: run.id })
    .update({ state, finished_at: await uow.now() });
}
