import type { Knex } from 'knex';
import { systemActor } from '../../server/kernel/actor.ts';
import { connect } from '../../server/platform/db/connect.ts';
import type { Services } from '../../server/platform/services.ts';
import { deadlinesInForce } from '../../server/queue/service/deadlines.ts';
import { type Batches, openBatches } from './batches.ts';
import { submittedAt } from './generate.ts';
import { allowBatches, insertBatch } from './insert-batch.ts';
import { prepare } from './prepared.ts';
import { setAside } from './set-aside.ts';

const batchSize = 1_000;
/** While one batch is written the next is made. */
const atOnce = 2;

export interface LoadOptions {
  /** The address of the tables' owner; without it the load is slower, and nobody else is kept waiting. */
  adminUrl?: string | null;
  /** From how many applications on foreign keys and indexes are set aside. */
  asideFrom?: number;
}

/** Everything in one transaction of the owner, with foreign keys and indexes made anew at its end. */
async function inOneGo(
  adminUrl: string,
  load: (trx: Knex.Transaction) => Promise<void>,
  say: (line: string) => void,
) {
  const owner = connect(adminUrl, { max: 1, applicationName: 'assay-load' });
  try {
    await owner.transaction(async (trx) => {
      await allowBatches(trx);
      const putBack = await setAside(trx);
      await load(trx);
      say('Checking foreign keys, building indexes, gathering statistics');
      await putBack();
      await trx.raw('analyze');
    });
  } finally {
    await owner.destroy();
  }
}

async function writeAll(
  batches: Batches,
  count: number,
  write: (work: (trx: Knex.Transaction) => Promise<void>) => Promise<void>,
  say: (line: string) => void,
): Promise<void> {
  let next = 0;
  let written = 0;
  const worker = async () => {
    while (next < count) {
      const from = next;
      next = Math.min(count, from + batchSize);
      const batch = await batches.make(from, next);
      await write((trx) => insertBatch(trx, batch));
      batches.remember(batch);
      const before = written;
      written += batch.rows.length;
      if (Math.floor(before / 50_000) < Math.floor(written / 50_000))
        say(`${written} of ${count} applications`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/**
 * Writes N applications straight into the tables, each as its commands would have left it before the desk: revision,
 * match keys, statement, score, claims with verdicts, event and work item. Statements are read and claims judged by the
 * real engines, once per distinct text. Numbers go on where the applications already there end.
 */
export async function seedLoad(
  services: Services,
  count: number,
  say: (line: string) => void,
  options: LoadOptions = {},
): Promise<{ applications: number; seconds: number }> {
  const started = performance.now();
  const { db, config } = services;
  const [newest] = await db<{ number: number }>('applications').max({ last: 'number' });
  const batches = await services.run({ actor: systemActor('seed load') }, async (uow) => {
    const now = (await uow.now()).getTime();
    await uow.trx.raw(
      'select ensure_event_partition(m::date) from generate_series(?::timestamptz, ?::timestamptz, ?) m',
      [new Date(submittedAt(0, count, now)), new Date(now), '20 days'],
    );
    return openBatches({
      prepared: await prepare(uow),
      deadlines: await deadlinesInForce(uow),
      hmacKey: uow.hmacKey.key,
      now,
      base: Number(newest?.last ?? 0),
      count,
    });
  });
  const adminUrl =
    options.adminUrl ?? (config.database.kind === 'external' ? config.database.adminUrl : undefined);
  if (adminUrl && count >= (options.asideFrom ?? 20_000))
    await inOneGo(adminUrl, (trx) => writeAll(batches, count, (work) => work(trx), say), say);
  else
    await writeAll(
      batches,
      count,
      (work) =>
        db.transaction(async (trx) => {
          await allowBatches(trx);
          await work(trx);
        }),
      say,
    );
  return { applications: count, seconds: (performance.now() - started) / 1_000 };
}
