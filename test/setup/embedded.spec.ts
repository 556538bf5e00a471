import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removePlace } from '../../server/platform/db/embedded/place.ts';
import { type Embedded, startEmbedded } from '../../server/platform/db/embedded/start.ts';
import { isAlive } from '../../server/platform/file-lock.mjs';
import { asSuperuser } from '../support/cluster.ts';

let dataDir: string;
let started: Embedded[];

async function start(fast = true): Promise<Embedded> {
  const database = await startEmbedded({ dataDir, fast, log: () => undefined });
  started.push(database);
  return database;
}

const postmaster = () =>
  (JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')) as { pid: number }).pid;

async function one(url: string, sql: string): Promise<unknown> {
  return asSuperuser(
    url,
    async (client) => (await client.query({ text: sql, rowMode: 'array' })).rows[0]?.[0],
  );
}

async function answersWithin(url: string, ms: number): Promise<boolean> {
  const until = Date.now() + ms;
  while (Date.now() < until) {
    const answer = await one(url, 'select 1').catch(() => undefined);
    if (answer === 1) return true;
    await sleep(100);
  }
  return false;
}

beforeEach(() => {
  dataDir = join(mkdtempSync(join(tmpdir(), 'assay-embedded-')), 'postgres');
  chmodSync(join(dataDir, '..'), 0o755);
  mkdirSync(dataDir);
  started = [];
});

afterEach(async () => {
  for (const database of started) await database.stop();
  removePlace(dataDir);
  rmSync(join(dataDir, '..'), { recursive: true, force: true });
});

describe('the embedded PostgreSQL', () => {
  it('keeps what was written from one start to the next', async () => {
    const first = await start();
    await one(first.adminUrl, 'create table kept as select 42 as answer');
    await first.stop();
    const second = await start();
    expect(await one(second.adminUrl, 'select answer from kept')).toBe(42);
    await second.stop();
  });

  it('gives the serving role no right to make tables, and keeps passwords to its own account', async () => {
    const database = await start();
    await expect(one(database.appUrl, 'create table mine ()')).rejects.toThrow(/permission denied/);
    expect(statSync(join(dataDir, 'credentials.json')).mode & 0o077).toBe(0);
    await database.stop();
  });

  it('is ready again within ten seconds after it was killed (trust 3)', async () => {
    const database = await start(false);
    await one(database.adminUrl, 'create table kept as select 42 as answer');
    process.kill(postmaster(), 'SIGKILL');
    expect(await answersWithin(database.adminUrl, 10_000)).toBe(true);
    expect(await one(database.adminUrl, 'select answer from kept')).toBe(42);
    await database.stop();
  });

  it('joins one that a killed process left running, and stops it last', async () => {
    const script = `import { type Embedded, startEmbedded } from ${JSON.stringify(new URL('../../server/platform/db/embedded/start.ts', import.meta.url).href)};
      await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, fast: true, log: () => undefined });
      console.log('up'); setInterval(() => undefined, 1000);`;
    const other = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(other.stdout, 'data');
    const left = postmaster();
    other.kill('SIGKILL');
    await once(other, 'exit');
    const database = await start();
    expect(postmaster()).toBe(left);
    await database.stop();
    expect(isAlive(left)).toBe(false);
  });

  it('starts over a data folder whose postmaster and server both died', async () => {
    const first = await start();
    const dead = postmaster();
    await first.stop();
    const second = await start();
    process.kill(postmaster(), 'SIGKILL');
    await second.stop();
    const third = await start();
    expect(postmaster()).not.toBe(dead);
    expect(await one(third.appUrl, 'select 1')).toBe(1);
    await third.stop();
  });

  it('says in one sentence that its passwords are gone instead of making new ones', async () => {
    const database = await start();
    await database.stop();
    rmSync(join(dataDir, 'credentials.json'));
    await expect(start()).rejects.toThrow(/has lost its passwords .* restore that file from the backup\.$/);
  });
});
