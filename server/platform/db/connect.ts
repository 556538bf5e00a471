import knex, { type Knex } from 'knex';
import pg from 'pg';
import { log } from '../log.ts';
import { PreparedClient } from './prepared.ts';

// bigint columns hold counters and case numbers, all far below 2^53.
pg.types.setTypeParser(20, (text) => Number(text));

export interface PoolSettings {
  max: number;
  applicationName: string;
  statementTimeoutMs?: number;
  /** Says nothing of failed connections: the caller says it in words of its own. */
  quiet?: boolean;
}

/** What knex has to say goes the way of every other line; nothing of it to the bare console. */
function linesOf(quiet: boolean) {
  const warn = (message: unknown) => {
    if (!quiet) log.warn('database', { message: String(message) });
  };
  return { warn, error: warn, deprecate: warn, debug: () => undefined };
}

/** A pool for one role. Every connection has statement and idle-in-transaction limits and speaks UTC. */
export function connect(url: string, settings: PoolSettings): Knex {
  const connection = {
    connectionString: url,
    // Statements that need nothing of each other travel together; they run in the order they were given.
    pipeline: true,
    application_name: settings.applicationName,
    statement_timeout: settings.statementTimeoutMs ?? 10_000,
    idle_in_transaction_session_timeout: 15_000,
    connectionTimeoutMillis: 3_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 5_000,
    options: '-c timezone=UTC -c lock_timeout=5000',
  };
  const db = knex({
    client: PreparedClient as unknown as typeof Knex.Client,
    connection,
    pool: { min: 0, max: settings.max, acquireTimeoutMillis: 2_000, propagateCreateError: true },
    acquireConnectionTimeout: 2_000,
    log: linesOf(settings.quiet ?? false),
  });
  // A connection that dies while idle must not take the process with it.
  if (settings.quiet) return db;
  db.client.pool?.on?.('createFail', (_id: number, error: Error) =>
    log.warn('database connection failed', { error }),
  );
  return db;
}
