import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { Version } from '../../server/platform/db/embedded/binaries.ts';
import { removePlace } from '../../server/platform/db/embedded/place.ts';
import { type Embedded, startEmbedded } from '../../server/platform/db/embedded/start.ts';
import { migrate, migrationsDigest } from '../../server/platform/db/migrate.ts';
import { isAlive } from '../../server/platform/file-lock.mjs';

const varDir = fileURLToPath(new URL('../../var/', import.meta.url));
const KEPT_TEMPLATES = 3;
const LOCK = 4_711_002;

/** Runs `work` as the superuser of a cluster, at the database of the address. */
export async function asSuperuser<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The same address at another database. */
export function atDatabase(url: string, database: string): string {
  const at = new URL(url);
  at.pathname = `/${database}`;
  return at.href;
}

/** A throw-away cluster under var/, shared by every test run of this checkout. */
export async function startTestCluster(version: Version = 18): Promise<Embedded> {
  const dataDir = join(varDir, `test-postgres-${version}`);
  const options = { dataDir, version, fast: true, log: () => undefined };
  try {
    return await startEmbedded(options);
  } catch {
    // Without fsync a lost machine can leave a damaged cluster; nothing in it is worth a repair.
    removePlace(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
    return startEmbedded(options);
  }
}

/** Makes the migrated database that tests are cloned from, once per state of the migrations. */
export async function ensureTemplate(cluster: Embedded): Promise<string> {
  const template = `template_${(await migrationsDigest()).slice(0, 16)}`;
  await asSuperuser(atDatabase(cluster.superUrl, 'postgres'), async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const known = await client.query('select 1 from pg_database where datname = $1', [template]);
    if (known.rowCount === 0) {
      const unfinished = `${template}_unfinished`;
      await client.query(`drop database if exists ${unfinished} with (force)`);
      await client.query(`create database ${unfinished} owner assay_owner`);
      await asSuperuser(atDatabase(cluster.superUrl, unfinished), (db) =>
        db.query('alter schema public owner to assay_owner'),
      );
      await migrate(atDatabase(cluster.adminUrl, unfinished));
      await client.query(`alter database ${unfinished} rename to ${template}`);
    }
  });
  return template;
}

/** Drops the databases of ended runs and the templates of older migrations. */
export async function tidy(cluster: Embedded): Promise<void> {
  await asSuperuser(atDatabase(cluster.superUrl, 'postgres'), async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      'select datname from pg_database order by oid desc',
    );
    const names = rows.map((row) => row.datname);
    const ended = names.filter((name) => {
      const run = /^test_(\d+)_/.exec(name)?.[1];
      return run !== undefined && (Number(run) === process.pid || !isAlive(Number(run)));
    });
    const old = names.filter((name) => /^template_[0-9a-f]{16}$/.test(name)).slice(KEPT_TEMPLATES);
    for (const name of [...ended, ...old]) await client.query(`drop database if exists ${name} with (force)`);
  });
}
