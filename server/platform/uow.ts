import type { Knex } from 'knex';
import type { Actor } from '../kernel/actor.ts';
import { Problem } from '../kernel/problem.ts';
import { databaseProblem, isRetryable } from './db/failures.ts';
import { newId } from './ids.ts';
import { log } from './log.ts';

/** A job as a service asks for it: name, ids only, and when. */
export interface JobRequest {
  name: string;
  data: Record<string, string | number>;
  /** Not before this instant; reckoned from `now` where the caller has just read the clock. */
  startAfter?: Date;
  now?: Date;
  /** At most one waiting job of this name and key. */
  singletonKey?: string;
}

/** One transaction: what every command gets and hands on. Only stores and reads touch `trx`. */
export interface Uow {
  readonly trx: Knex.Transaction;
  readonly actor: Actor;
  readonly requestId: string;
  /** The installation's time, read from the database at each call: ask after the locks are taken. */
  now(): Promise<Date>;
  id(): string;
  /** The key for digests of texts that events only point to. */
  readonly hmacKey: HmacKey;
  /** Writes the job in this transaction; it runs after commit or never. */
  enqueue(job: JobRequest): Promise<void>;
}

export type Enqueue = (trx: Knex.Transaction, job: JobRequest) => Promise<void>;

export interface HmacKey {
  id: string;
  key: Buffer;
}

export interface UowOptions {
  actor: Actor;
  requestId?: string;
}

export type RunUow = <T>(options: UowOptions, work: (uow: Uow) => Promise<T>) => Promise<T>;

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/**
 * Opens transactions. A deadlock or serialization failure is tried at most three times with jitter, then `conflict`;
 * a connection lost while committing is `unknown_outcome` (trust 4, 10).
 */
export function makeRunUow(db: Knex, enqueue: Enqueue, hmacKey: HmacKey): RunUow {
  // Within a transaction of its caller a unit of work ends with the release of its savepoint.
  const done = db.isTransaction ? 'RELEASE' : 'COMMIT';
  return async (options, work) => {
    for (let attempt = 1; ; attempt += 1) {
      let committing = false;
      try {
        const trx = await db.transaction();
        try {
          const result = await work(makeUow(trx, options, enqueue, hmacKey));
          committing = true;
          const said = await commit(trx);
          committing = false;
          if (said !== done) throw new Error(`${done} was answered with ${said}`);
          return result;
        } catch (error) {
          if (!trx.isCompleted()) await trx.rollback(error).catch(() => undefined);
          throw error;
        }
      } catch (error) {
        if (error instanceof Problem) throw error;
        if (isRetryable(error) && attempt < 3) {
          await pause(10 * attempt + Math.random() * 40);
          continue;
        }
        throw databaseProblem(error, committing) ?? error;
      }
    }
  };
}

/**
 * Commits and gives what PostgreSQL said: Knex tells the failure of COMMIT only through `executionPromise`, and the
 * COMMIT of a transaction in which a statement failed is answered by a quiet ROLLBACK.
 */
async function commit(trx: Knex.Transaction): Promise<string> {
  const answer: unknown = await trx.commit();
  await trx.executionPromise;
  return (answer as { response?: { command?: string } } | undefined)?.response?.command ?? 'nothing';
}

function makeUow(trx: Knex.Transaction, options: UowOptions, enqueue: Enqueue, hmacKey: HmacKey): Uow {
  return {
    trx,
    actor: options.actor,
    requestId: options.requestId ?? newId(),
    id: newId,
    hmacKey,
    now: () => readClock(trx),
    enqueue: (job) => enqueue(trx, job),
  };
}

/** Runs a part whose failure takes back just that part; the transaction goes on for the others. */
export async function inSavepoint<T>(uow: Uow, part: () => Promise<T>): Promise<T> {
  await uow.trx.raw('savepoint part');
  try {
    const result = await part();
    await uow.trx.raw('release savepoint part');
    return result;
  } catch (error) {
    await uow.trx.raw('rollback to savepoint part');
    throw error;
  }
}

/**
 * Does the part for each row, one that fails by itself: it is logged and taken back, and the others go on. Gives for how
 * many the part answered true.
 */
export async function eachByItself<T>(
  uow: Uow,
  what: string,
  rows: readonly T[],
  part: (row: T) => Promise<boolean>,
): Promise<number> {
  let done = 0;
  for (const [place, row] of rows.entries()) {
    try {
      if (await inSavepoint(uow, () => part(row))) done += 1;
    } catch (error) {
      const id = (row as { id?: unknown } | null)?.id;
      log.error('one of several was left out', { what, place, row: id ?? String(row), error });
    }
  }
  return done;
}

/** The installation's clock: the database's, with the offset only demo and test may set. */
export async function readClock(db: Knex): Promise<Date> {
  const result = await db.raw<{ rows: { now: Date }[] }>('select assay_now() as now');
  const now = result.rows[0]?.now;
  if (!now) throw new Error('the database did not tell the time');
  return now;
}
