import type { Knex } from 'knex';
import { fromKnex, type Job, PgBoss } from 'pg-boss';
import { systemActor } from '../../kernel/actor.ts';
import { log } from '../log.ts';
import type { Services } from '../services.ts';
import type { JobRequest, RunUow, Uow } from '../uow.ts';

export const deadLetters = 'platform.dead_letters';

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

/** Connects to the job tables, which a migration made, and makes sure every queue exists. */
export async function openJobs(
  url: string,
  definitions: readonly JobDefinition[],
  worker: boolean,
): Promise<Jobs> {
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
      retryLimit: 8,
      retryDelay: 2,
      retryBackoff: true,
      retryDelayMax: 300,
      expireInSeconds: job.expireSeconds ?? 60,
      heartbeatSeconds: 10,
      deadLetter: deadLetters,
      deleteAfterSeconds: 7 * 24 * 3600,
    });
  }
  return {
    enqueue: (trx, job) => enqueue(boss, trx, job),
    work: async (all, services) => {
      for (const definition of all) {
        if (definition.cron) await boss.schedule(definition.name, definition.cron, {}, { tz: 'UTC' });
        await boss.work(
          definition.name,
          { batchSize: 1, localConcurrency: definition.concurrency ?? 1, pollingIntervalSeconds: 0.5 },
          async ([job]: Job<Record<string, string | number>>[]) => {
            if (job) await runJob(boss, definition, job, services);
          },
        );
      }
    },
    stop: () => boss.stop({ graceful: true, timeout: 8_000 }),
  };
}

async function enqueue(boss: PgBoss, trx: Knex.Transaction, job: JobRequest): Promise<void> {
  let startAfter: number | undefined;
  if (job.startAfter) {
    const { rows } = await trx.raw<{ rows: { now: Date }[] }>('select assay_now() as now');
    const now = rows[0]?.now.getTime() ?? Date.now();
    startAfter = Math.max(0, Math.ceil((job.startAfter.getTime() - now) / 1000));
  }
  await boss.send(job.name, job.data, {
    db: fromKnex(trx),
    ...(startAfter !== undefined ? { startAfter } : {}),
    ...(job.singletonKey ? { singletonKey: job.singletonKey } : {}),
  });
}

async function runJob(
  boss: PgBoss,
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
      finish: (work) => finish(services.run, boss, definition.name, job, work),
    });
  } catch (error) {
    log.error('job failed', { job: definition.name, job_id: job.id, error });
    throw error;
  }
}

function finish<T>(
  run: RunUow,
  boss: PgBoss,
  name: string,
  job: Job<Record<string, string | number>>,
  work: (uow: Uow) => Promise<T>,
): Promise<T> {
  return run({ actor: systemActor(name) }, async (uow) => {
    const result = await work(uow);
    // pg-boss answers with a count that its types leave out.
    const done = (await boss.complete(name, job, null, { db: fromKnex(uow.trx) })) as { affected?: number };
    if (done.affected !== 1)
      throw new Error(`job ${job.id} was taken from this worker; its work is rolled back`);
    return result;
  });
}
