import { Problem } from '../../kernel/problem.ts';
import { violates } from '../../platform/db/failures.ts';
import type { WhatIfRuns } from '../../platform/tables.gen.ts';
import type { Uow } from '../../platform/uow.ts';
import { placesBetween } from '../rules/places-between.ts';
import type { Band, Compared, Tally } from '../rules/tally.ts';

export type RunRow = WhatIfRuns & { tally: Tally };
interface Period {
  from: Date | null;
  to: Date | null;
}

export interface PastDecision {
  id: string;
  decision: Compared['decision'];
  score: number;
  band: Band;
  channels: string[];
  regions: string[];
  statement: string;
  data_sourcing: string;
}

const inPeriod =
  "d.decided_at >= coalesce(?, d.decided_at) and d.decided_at < coalesce(?, d.decided_at + interval '1 second')";

export async function countDecided(uow: Uow, { from, to }: Period): Promise<number> {
  const { rows } = await uow.trx.raw<{ rows: { n: number }[] }>(
    `select count(*)::int as n from decided_view d where ${inPeriod}`,
    [from, to],
  );
  return rows[0]?.n ?? 0;
}

const columns = `d.id, d.state as decision, d.score, d.band, s.channels, s.regions, s.statement, s.data_sourcing`;

/** The next decisions after an id, with the statement each rested on. */
export async function decidedAfter(
  uow: Uow,
  after: string | null,
  { from, to }: Period,
  limit: number,
): Promise<PastDecision[]> {
  const { rows } = await uow.trx.raw<{ rows: PastDecision[] }>(
    `select ${columns} from decided_view d
     join statement_view s on s.subject_id = d.id and s.revision = d.revision
     where (?::uuid is null or d.id > ?::uuid) and ${inPeriod} order by d.id limit ?`,
    [after, after, from, to, limit],
  );
  return rows;
}

/**
 * Decisions spread evenly over the time they were begun in: the same ones each time, so that an estimate moves only with
 * the draft. Each is found by its index, whatever the number of decisions.
 */
export async function sampleDecided(uow: Uow, size: number, total: number): Promise<PastDecision[]> {
  if (total <= size) return decidedAfter(uow, null, { from: null, to: null }, size);
  const ends = await uow.trx.raw<{ rows: { first: string; last: string }[] }>(
    `select (select id from decided_view order by id limit 1) as first,
       (select id from decided_view order by id desc limit 1) as last`,
  );
  const { first, last } = ends.rows[0] ?? { first: '', last: '' };
  const { rows } = await uow.trx.raw<{ rows: PastDecision[] }>(
    `select distinct on (d.id) ${columns} from unnest(?::uuid[]) as place (id)
     cross join lateral (select * from decided_view v where v.id >= place.id order by v.id limit 1) d
     join statement_view s on s.subject_id = d.id and s.revision = d.revision order by d.id`,
    [placesBetween(first, last, size)],
  );
  return rows;
}

/** Throws `conflict` (already_running) while a run of this draft is under way. */
export async function insertRun(
  uow: Uow,
  run: Pick<
    RunRow,
    'policy_version_id' | 'policy_revision' | 'asked_by' | 'total' | 'decided_from' | 'decided_to'
  >,
): Promise<string> {
  const id = uow.id();
  try {
    await uow.trx('what_if_runs').insert({ ...run, id, state: 'running' });
  } catch (error) {
    if (violates(error, 'what_if_runs_running')) throw new Problem('conflict', { reason: 'already_running' });
    throw error;
  }
  return id;
}

export async function lockRun(uow: Uow, id: string): Promise<RunRow> {
  const row = await uow.trx<RunRow>('what_if_runs').where({ id }).forUpdate().first();
  if (!row) throw new Problem('not_found');
  return row;
}

/** Keeps how far a run came and what changed in this stretch, all or nothing. */
export async function keepStretch(
  uow: Uow,
  run: RunRow,
  stretch: {
    done: number;
    after_id: string | null;
    tally: Tally;
    changes: readonly (Compared & { id: string; distance: number })[];
  },
): Promise<void> {
  await uow
    .trx('what_if_runs')
    .where({ id: run.id })
    .update({ done: stretch.done, after_id: stretch.after_id, tally: JSON.stringify(stretch.tally) });
  if (stretch.changes.length === 0) return;
  await uow.trx('what_if_changes').insert(
    stretch.changes.map(({ id, decision, before, after, distance }) => ({
      run_id: run.id,
      application_id: id,
      decision,
      band_before: before.band,
      band_after: after.band,
      score_before: before.score,
      score_after: after.score,
      distance,
    })),
  );
}

export async function closeRun(
  uow: Uow,
  run: RunRow,
  state: RunRow['state'],
  version: number,
): Promise<void> {
  await uow
    .trx('what_if_runs')
    .where({ id: run.id })
    .update({ state, version, finished_at: await uow.now() });
}
