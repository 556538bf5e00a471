import type { Knex } from 'knex';
import type { Job, PgBoss } from 'pg-boss';
import { systemActor } from '../../kernel/actor.ts';
import { log } from '../log.ts';
import type { Services } from '../services.ts';
import { type JobRequest, type RunUow, readClock, type Uow } from '../uow.ts';

export const deadLetters = 'platform.dead_letters';
const retryLimit = 8;

/** What a handler gets: ids only, and `finish`, which completes the job inside the handler's own transaction. */
export interface JobCall {
  services: Services;
  data: Record<string, string | number>;
  jobId: string;
  attempt: number;
  /** Runs the work and completes the job in one transaction; a zombie's completion affects no row and rolls all back (trust 46). */
  finish<T>(work: (uow: Uow) => Promise<T>): Promise<T>;
}

export interface JobDefinition {
  /** `room.verb_noun` */
  name: string;
  /** Standard five-field cron in UTC, for jobs that run by the clock. */
  cron?: string;
  /** Seconds after which a silent worker's job is given to another; heartbeats extend it. */
  expireSeconds?: number;
  concurrency?: number;
  handle(call: JobCall): Promise<void>;
}

export interface Jobs {
  enqueue(trx: Knex.Transaction, job: JobRequest): Promise<void>;
  work(definitions: readonly JobDefinition[], services: Services): Promise<void>;
  stop(): Promise<void>;
}

/** A handler whose whole effect is in the database: one transaction with its completion. */
export function transactional(
  work: (uow: Uow, data: Record<string, string | number>, services: Services) => Promise<unknown>,
) {
  return (call: JobCall): Promise<void> =>
    call.finish((uow) => work(uow, call.data, call.services)).then(() => undefined);
}

/** How long a process that only enqueues may answer before it takes up the queue unasked. */
const settleMs = 1_000;

type FromKnex = typeof import('pg-boss')['fromKnex'];

/** The queue and its way into a transaction of ours. */
interface Opened {
  boss: PgBoss;
  within: FromKnex;
}

/** Connects to the job tables, which a migration made, and makes sure every queue exists. */
async function open(url: string, definitions: readonly JobDefinition[], worker: boolean): Promise<Opened> {
  const { fromKnex, PgBoss } = await import('pg-boss');
  const boss = new PgBoss({
    connectionString: url,
    max: worker ? 4 : 2,
    application_name: 'assay-jobs',
    schema: 'pgboss',
    migrate: false,
    createSchema: false,
    supervise: worker,
    schedule: worker,
  });
  boss.on('error', (error) => log.warn('jobs', { error }));
  await boss.start();
  const known = new Set((await boss.getQueues()).map((queue) => queue.name));
  if (!known.has(deadLetters)) await boss.createQueue(deadLetters);
  for (const job of definitions) {
    if (known.has(job.name)) continue;
    await boss.createQueue(job.name, {
      retryLimit,
      retryDelay: 2,
      retryBackoff: true,
      retryDelayMax: 300,
      expireInSeconds: job.expireSeconds ?? 60,
      heartbeatSeconds: 10,
      deadLetter: deadLetters,
      deleteAfterSeconds: 7 * 24 * 3600,
    });
  }
  return { boss, within: fromKnex };
}

/**
 * The jobs of a process. The queue is loaded and joined when first wanted, so that a start waits for neither, and soon
 * after the start in any case.
 */
export function openJobs(url: string, definitions: readonly JobDefinition[], worker: boolean): Jobs {
  let opening: Promise<Opened> | undefined;
  const ready = () => {
    opening ??= open(url, definitions, worker).catch((error) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
  const soon = setTimeout(
    () => ready().catch((error: unknown) => log.warn('jobs', { error })),
    settleMs,
  ).unref();
  return {
    enqueue: async (trx, job) => enqueue(await ready(), trx, job),
    work: async (all, services) => {
      const opened = await ready();
      const { boss } = opened;
      for (const definition of all) {
        if (definition.cron) await boss.schedule(definition.name, definition.cron, {}, { tz: 'UTC' });
        for (let n = 0; n < (definition.concurrency ?? 1); n += 1)
          await startWorker(opened, definition, services);
      }
    },
    stop: async () => {
      clearTimeout(soon);
      if (opening) await (await opening).boss.stop({ graceful: true, timeout: 8_000 });
    },
  };
}

/**
 * A worker takes one job at a time, so that each is fenced by itself, and looks for the next as soon as it has done one;
 * only where it finds none it waits.
 */
async function startWorker(opened: Opened, definition: JobDefinition, services: Services): Promise<void> {
  const { boss } = opened;
  let id: string | undefined;
  id = await boss.work(
    definition.name,
    { batchSize: 1, localConcurrency: 1, pollingIntervalSeconds: 0.5 },
    async ([job]: Job<Record<string, string | number>>[]) => {
      try {
        if (job) await runJob(opened, definition, job, services);
      } finally {
        if (job && id) boss.notifyWorker(id);
      }
    },
  );
}

async function enqueue({ boss, within }: Opened, trx: Knex.Transaction, job: JobRequest): Promise<void> {
  let startAfter: number | undefined;
  if (job.startAfter) {
    const now = job.now ?? (await readClock(trx));
    startAfter = Math.max(0, Math.ceil((job.startAfter.getTime() - now.getTime()) / 1000));
  }
  await boss.send(job.name, job.data, {
    db: within(trx),
    ...(startAfter !== undefined ? { startAfter } : {}),
    ...(job.singletonKey ? { singletonKey: job.singletonKey } : {}),
  });
}

async function runJob(
  opened: Opened,
  definition: JobDefinition,
  job: Job<Record<string, string | number>>,
  services: Services,
): Promise<void> {
  const attempt = (job as { retryCount?: number }).retryCount ?? 0;
  try {
    await definition.handle({
      services,
      data: job.data ?? {},
      jobId: job.id,
      attempt,
      finish: (work) => finish(services.run, opened, definition.name, job, work),
    });
  } catch (error) {
    log.error(attempt >= retryLimit ? 'job failed for good: an admin finds it under Jobs' : 'job failed', {
      job: definition.name,
      job_id: job.id,
      attempt,
      error,
    });
    throw error;
  }
}

function finish<T>(
  run: RunUow,
  { boss, within }: Opened,
  name: string,
  job: Job<Record<string, string | number>>,
  work: (uow: Uow) => Promise<T>,
): Promise<T> {
  return run({ actor: systemActor(name) }, async (uow) => {
    const result = await work(uow);
    // pg-boss answers with a count that its types leave out.
    const done = (await boss.complete(name, job, null, { db: within(uow.trx) })) as { affected?: number };
    if (done.affected !== 1)
      throw new Error(`job ${job.id} was taken from this worker; its work is rolled back`);
    return result;
  });
}
