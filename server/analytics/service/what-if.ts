import { record } from '../../audit/record.ts';
import { systemActor } from '../../kernel/actor.ts';
import { step } from '../../kernel/machine.ts';
import { Problem } from '../../kernel/problem.ts';
import type { JobCall } from '../../platform/jobs/boss.ts';
import type { Uow } from '../../platform/uow.ts';
import { bookAsItStands } from '../../policies/service/book-as-it-stands.ts';
import { whatIfLifecycle } from '../lifecycle.ts';
import { summaryOf } from '../rules/tally.ts';
import { closeRun, countDecided, decidedAfter, insertRun, keepStretch, lockRun } from '../store/runs.ts';
import { compare, draftOf } from './compare.ts';

/** Past decisions read in one stretch; what a killed process repeats at most. */
const stretchSize = 200;

/**
 * Starts a what-if of a rubric on past decisions, in a job; it changes nothing but its own tables. Throws
 * `invalid_input` for a book that is not sound, `conflict` while one of this book runs, `not_found`.
 */
export async function startWhatIf(
  uow: Uow,
  input: { policyId: string; from: Date | null; to: Date | null },
): Promise<{ id: string; total: number }> {
  if (uow.actor.kind !== 'person') throw new Problem('forbidden');
  const book = await bookAsItStands(uow, input.policyId);
  if (book.kind !== 'rubric') throw new Problem('conflict', { reason: 'decides_no_band' });
  draftOf(book.document);
  const total = await countDecided(uow, input);
  const id = await insertRun(uow, {
    policy_version_id: book.id,
    policy_revision: book.revision,
    asked_by: uow.actor.id,
    total,
    decided_from: input.from,
    decided_to: input.to,
  });
  await record(uow, {
    type: 'what_if.started',
    subject: { kind: 'policy', id: book.id },
    data: { run_id: id, total },
  });
  await uow.enqueue({ name: 'analytics.run_what_if', data: { run_id: id } });
  return { id, total };
}

/** Ends a run that is under way; what it found so far stays. Throws `stale_version`, `wrong_state`, `not_found`. */
export async function cancelWhatIf(
  uow: Uow,
  input: { id: string; version: number },
): Promise<{ version: number }> {
  const run = await lockRun(uow, input.id);
  if (run.version !== input.version) throw new Problem('stale_version', { version: run.version });
  const state = step(whatIfLifecycle, run.state, 'cancel');
  await closeRun(uow, run, state, run.version + 1);
  await record(uow, {
    type: 'what_if.cancelled',
    subject: { kind: 'policy', id: run.policy_version_id },
    data: { run_id: run.id, done: run.done },
  });
  return { version: run.version + 1 };
}

/** One stretch of a run, under its lock; false when there is nothing more to do. */
async function readStretch(uow: Uow, runId: string): Promise<boolean> {
  const run = await lockRun(uow, runId);
  if (run.state !== 'running') return false;
  const book = await bookAsItStands(uow, run.policy_version_id);
  // What is being tried out changed under it: what was counted so far is about another wording.
  if (book.revision !== run.policy_revision) {
    await closeRun(uow, run, step(whatIfLifecycle, run.state, 'fail'), run.version);
    return false;
  }
  const period = { from: run.decided_from, to: run.decided_to };
  const past = await decidedAfter(uow, run.after_id, period, stretchSize);
  const tally = { cells: { ...run.tally.cells }, near: run.tally.near ?? 0 };
  const changes = past.length > 0 ? await compare(draftOf(book.document), past, tally) : [];
  await keepStretch(uow, run, {
    done: run.done + past.length,
    after_id: past.at(-1)?.id ?? run.after_id,
    tally,
    changes,
  });
  if (past.length === stretchSize) return true;
  await closeRun(uow, run, step(whatIfLifecycle, run.state, 'finish'), run.version);
  await record(uow, {
    type: 'what_if.finished',
    subject: { kind: 'policy', id: run.policy_version_id },
    data: { run_id: run.id, changed: summaryOf(tally).changed },
  });
  return false;
}

/**
 * Runs a what-if stretch by stretch, each kept in a transaction of its own: a process killed in between goes on where
 * it was, and no stretch counts twice.
 */
export async function runWhatIf(call: JobCall): Promise<void> {
  const runId = String(call.data.run_id);
  const { services } = call;
  while (await services.run({ actor: systemActor('what-if') }, (uow) => readStretch(uow, runId)));
  await call.finish(async () => undefined);
}
