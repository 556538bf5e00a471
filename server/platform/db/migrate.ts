import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import knex, { type Knex } from 'knex';

const folder = fileURLToPath(new URL('../../../migrations/', import.meta.url));

interface Step {
  up(db: Knex): Promise<void>;
  down(db: Knex): Promise<void>;
}

/** The files that are steps, oldest first. */
const stepNames = async (): Promise<string[]> =>
  (await readdir(folder)).filter((name) => /^\d{14}_\w+\.ts$/.test(name)).sort();

// Loaded one by one when it is to run: an installation that is up to date starts without any.
const loadStep = async (name: string): Promise<Step> => import(pathToFileURL(folder + name).href);

/** A digest over all migration files: the key of a migrated template in tests. */
export async function migrationsDigest(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of (await readdir(folder)).sort()) hash.update(name).update(await readFile(folder + name));
  return hash.digest('hex');
}

async function withOwner<T>(adminUrl: string, work: (db: Knex) => Promise<T>): Promise<T> {
  const db = knex({
    client: 'pg',
    connection: {
      connectionString: adminUrl,
      application_name: 'assay-migrate',
    },
    pool: { min: 1, max: 1 },
  });
  try {
    // Our own session lock: it falls with the connection, so a killed migration needs no manual unlock.
    // Another process may migrate for minutes, and is waited for; only the locks of a step are given up early.
    await db.raw('select pg_advisory_lock(4711001)');
    await db.raw('set lock_timeout = 2000');
    await db.raw(
      `create table if not exists schema_steps (name text primary key, done_at timestamptz not null default clock_timestamp())`,
    );
    await db.raw(`comment on table schema_steps is 'room=platform; retention=permanent; personal=none'`);
    return await work(db);
  } finally {
    await db.destroy();
  }
}

/** Runs every migration not yet done, each with its record in one transaction, as the owner. */
export async function migrate(adminUrl: string): Promise<string[]> {
  return withOwner(adminUrl, async (db) => {
    const done = new Set(await db('schema_steps').pluck<string[]>('name'));
    const ran: string[] = [];
    for (const name of await stepNames()) {
      if (done.has(name)) continue;
      const step = await loadStep(name);
      await retryLocks(() =>
        db.transaction(async (trx) => {
          await step.up(trx);
          await trx('schema_steps').insert({ name });
        }),
      );
      ran.push(name);
    }
    return ran;
  });
}

/** Takes back every migration, newest first. */
export async function migrateDown(adminUrl: string): Promise<void> {
  await withOwner(adminUrl, async (db) => {
    const done = new Set(await db('schema_steps').pluck<string[]>('name'));
    for (const name of (await stepNames()).reverse()) {
      if (!done.has(name)) continue;
      const step = await loadStep(name);
      await db.transaction(async (trx) => {
        await step.down(trx);
        await trx('schema_steps').where({ name }).delete();
      });
    }
  });
}

async function retryLocks(run: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if ((error as { code?: string }).code !== '55P03' || attempt >= 10) throw error;
      await new Promise((done) => setTimeout(done, 200 * attempt));
    }
  }
}
