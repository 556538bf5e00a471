import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { migrate, migrateDown } from '../../server/platform/db/migrate.ts';
import { asSuperuser, atDatabase, startTestCluster, tidy } from '../support/cluster.ts';
import { emptyDatabase } from '../support/postgres.ts';

const SCHEMAS = "schemaname not in ('pg_catalog', 'information_schema')";

async function lines(url: string, sql: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ line: string }>(sql);
    return rows.map((row) => row.line);
  } finally {
    await client.end();
  }
}

const tables = (url: string) =>
  lines(url, `select schemaname || '.' || tablename as line from pg_tables where ${SCHEMAS} order by 1`);

const indexes = (url: string) =>
  lines(url, `select indexdef as line from pg_indexes where ${SCHEMAS} order by 1`);

describe('migrations', () => {
  it('go up, down and up again and end at the same schema (trust 53)', async () => {
    const database = await emptyDatabase();
    try {
      await migrate(database.adminUrl);
      const first = [await tables(database.adminUrl), await indexes(database.adminUrl)];
      await migrateDown(database.adminUrl);
      expect(await tables(database.adminUrl)).toEqual(['public.schema_steps']);
      await migrate(database.adminUrl);
      expect([await tables(database.adminUrl), await indexes(database.adminUrl)]).toEqual(first);
    } finally {
      await database.drop();
    }
  });

  it('do nothing when run again', async () => {
    const database = await emptyDatabase();
    try {
      expect((await migrate(database.adminUrl)).length).toBeGreaterThan(0);
      expect(await migrate(database.adminUrl)).toEqual([]);
    } finally {
      await database.drop();
    }
  });

  it('run once each when two processes start together', async () => {
    const database = await emptyDatabase();
    try {
      const ran = await Promise.all([migrate(database.adminUrl), migrate(database.adminUrl)]);
      expect(ran.filter((steps) => steps.length > 0)).toHaveLength(1);
    } finally {
      await database.drop();
    }
  });

  it('wait for a process that migrates longer than a step may wait for a lock', async () => {
    const database = await emptyDatabase();
    const other = new pg.Client({ connectionString: database.adminUrl });
    await other.connect();
    try {
      await other.query('select pg_advisory_lock(4711001)');
      const waiting = migrate(database.adminUrl);
      await new Promise((done) => setTimeout(done, 2_600));
      await other.query('select pg_advisory_unlock(4711001)');
      expect((await waiting).length).toBeGreaterThan(0);
    } finally {
      await other.end();
      await database.drop();
    }
  });

  it('run on PostgreSQL 15, the oldest one served', async () => {
    const cluster = await startTestCluster(15);
    const name = `test_${process.pid}_oldest`;
    const url = atDatabase(cluster.adminUrl, name);
    try {
      await asSuperuser(cluster.superUrl, (client) =>
        client.query(`create database ${name} owner assay_owner`),
      );
      await migrate(url);
      expect(await tables(url)).toContain('public.schema_steps');
    } finally {
      await tidy(cluster);
      await cluster.stop();
    }
  });
});
