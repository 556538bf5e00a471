import knex, { type Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../support/postgres.ts';
import { rooms } from './house.ts';
import { sourcesIn } from './sources.ts';

interface Table {
  name: string;
  comment: string | null;
}

describe('tables belong to rooms', () => {
  let database: TestDatabase;
  let db: Knex;
  let tables: Table[];
  let views: string[];

  beforeAll(async () => {
    database = await freshDatabase();
    db = knex({ client: 'pg', connection: database.adminUrl, pool: { min: 0, max: 1 } });
    const found = await db.raw<{ rows: Table[] }>(
      `select c.relname as name, obj_description(c.oid) as comment from pg_class c
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
    );
    tables = found.rows;
    const seen = await db.raw<{ rows: { name: string }[] }>(
      "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v'",
    );
    views = seen.rows.map(({ name }) => name);
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  it('names room, retention class and personal columns of every table, and the columns exist', async () => {
    const columns = await db.raw<{ rows: { t: string; c: string }[] }>(
      "select table_name as t, column_name as c from information_schema.columns where table_schema = 'public'",
    );
    const has = new Set(columns.rows.map(({ t, c }) => `${t}.${c}`));
    const wrong = tables.flatMap(({ name, comment }) => {
      const parsed = /^room=(\w+); retention=(\w+); personal=([\w,]+)$/.exec(comment ?? '');
      if (!parsed) return [`${name}: give it COMMENT 'room=...; retention=...; personal=...'`];
      const [, room = '', , personal = ''] = parsed;
      if (!rooms.includes(room)) return [`${name}: no room ${room}`];
      if (personal === 'none') return [];
      return personal
        .split(',')
        .filter((column) => !has.has(`${name}.${column}`))
        .map((column) => `${name}: no column ${column}`);
    });
    expect(wrong).toEqual([]);
  });

  it('lets a store touch only tables of its own room, and a read only those and views', () => {
    const owner = new Map(
      tables.map(({ name, comment }) => [name, /^room=(\w+)/.exec(comment ?? '')?.[1] ?? '']),
    );
    const wrong = sourcesIn('server').flatMap(({ path, text }) => {
      const [, room = '', part = ''] = path.split('/');
      const kind = part.replace(/\.ts$/, '');
      if (!['store', 'read'].includes(kind) || ['platform', 'audit'].includes(room)) return [];
      return [...owner].flatMap(([table, of]) => {
        if (of === room || of === 'platform') return [];
        const named = new RegExp(
          `(?:from|join|into|update|table)\\s+${table}\\b|trx(?:<[^>]*>)?\\('${table}(?:'| as)|db(?:<[^>]*>)?\\('${table}(?:'| as)|[jJ]oin\\('${table}(?:'| as)`,
        );
        return named.test(text)
          ? [
              `${path} touches ${table} of ${of}: use ${views.includes(`${table.replace(/s$/, '')}_view`) ? `${table.replace(/s$/, '')}_view` : 'its service'}`,
            ]
          : [];
      });
    });
    expect(wrong).toEqual([]);
  });
});
