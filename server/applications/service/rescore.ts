import { record } from '../../audit/record.ts';
import { systemActor } from '../../kernel/actor.ts';
import { step } from '../../kernel/machine.ts';
import type { JobCall } from '../../platform/jobs/boss.ts';
import type { Uow } from '../../platform/uow.ts';
import { openWorkWish } from '../../policies/service/open-work.ts';
import { subjectOfItem } from '../../queue/service/subject-of-item.ts';
import { rescoreLifecycle } from '../lifecycle.ts';
import {
  advanceRun,
  type Counts,
  closeRescore,
  insertRescore,
  insertSkip,
  lockRescore,
  openAfter,
  overtakeRuns,
  type RescoreRow,
  touchRun,
} from '../store/rescores.ts';
import { rereadApplication } from './reread.ts';

/** Applications read again in one transaction: what a killed process repeats at most, and holds locked at once. */
export const stretchSize = 20;

/**
 * When a rubric comes into force: runs of earlier books end, and what its publisher chose for open work begins. Asked
 * before its day it comes back on that day. Safe to repeat.
 */
export async function followBook(uow: Uow, policyId: string): Promise<void> {
  const wish = await openWorkWish(uow, policyId);
  if (wish.kind !== 'rubric') return;
  if (wish.effectiveFrom > (await uow.now()))
    return uow.enqueue({
      name: 'applications.follow_book',
      data: { subject_id: policyId },
      startAfter: wish.effectiveFrom,
    });
  if (!wish.inForce) return;
  await overtakeRuns(uow, policyId);
  if (wish.openWork === 'leave') return;
  const run = await insertRescore(uow, policyId, wish.openWork);
  if (!run) return;
  await record(uow, {
    type: 'rescore.started',
    subject: { kind: 'policy', id: policyId },
    data: { run_id: run.id, mode: run.mode, total: run.total },
  });
  if (run.mode === 'rescore_now')
    await uow.enqueue({ name: 'applications.rescore_open', data: { run_id: run.id } });
}

/** Reads one application again and says what to count. */
async function rereadFor(uow: Uow, run: RescoreRow, id: string): Promise<Counts> {
  const result = await rereadApplication(uow, id);
  if (result.skip !== null) {
    const added = Number(await insertSkip(uow, run.id, id, result.skip));
    return { done: added, reread: 0, moved: 0, skipped: added };
  }
  const reread = Number(result.reread);
  // on touch only what is read again counts; a run that walks everything counts whatever it looked at
  const done = run.mode === 'rescore_now' ? 1 : reread;
  return { done, reread, moved: Number(result.moved), skipped: 0 };
}

const plus = (a: Counts, b: Counts): Counts => ({
  done: a.done + b.done,
  reread: a.reread + b.reread,
  moved: a.moved + b.moved,
  skipped: a.skipped + b.skipped,
});
const nothing: Counts = { done: 0, reread: 0, moved: 0, skipped: 0 };

/** One stretch of a run, under its lock; false when there is nothing more to do. */
export async function rescoreStretch(uow: Uow, runId: string, size: number): Promise<boolean> {
  const run = await lockRescore(uow, runId);
  if (run.state !== 'running') return false;
  if (!(await openWorkWish(uow, run.policy_version_id)).inForce) {
    await closeRescore(uow, run, step(rescoreLifecycle, run.state, 'overtake'));
    return false;
  }
  const ids = await openAfter(uow, run.after_id, size);
  let counts = nothing;
  for (const id of ids) counts = plus(counts, await rereadFor(uow, run, id));
  const { reread, moved, skipped } = await advanceRun(uow, run, counts, ids.at(-1) ?? run.after_id);
  if (ids.length === size) return true;
  await closeRescore(uow, run, step(rescoreLifecycle, run.state, 'finish'));
  await record(uow, {
    type: 'rescore.finished',
    subject: { kind: 'policy', id: run.policy_version_id },
    data: { run_id: run.id, reread, moved, skipped },
  });
  return false;
}

/**
 * Reads open applications again stretch by stretch, each kept in a transaction of its own: a process killed in between
 * goes on where it was, and none is read twice.
 */
export async function rescoreOpen(call: JobCall): Promise<void> {
  const runId = String(call.data.run_id);
  const actor = systemActor('rescore');
  while (await call.services.run({ actor }, (uow) => rescoreStretch(uow, runId, stretchSize)));
  await call.finish(async () => undefined);
}

/** Somebody took up work on an application: it is read again where the book in force asks for that. */
export async function rescoreTouched(uow: Uow, workItemId: string): Promise<void> {
  const run = await touchRun(uow);
  if (!run || !(await openWorkWish(uow, run.policy_version_id)).inForce) return;
  const subject = await subjectOfItem(uow, workItemId);
  if (subject.kind !== 'application') return;
  const counts = await rereadFor(uow, run, subject.id);
  if (counts.done > 0) await advanceRun(uow, run, counts, null);
}
