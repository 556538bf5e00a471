import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { freshDatabase } from '../../support/postgres.ts';

const main = fileURLToPath(new URL('../../../server/main.ts', import.meta.url));
const keys = ['hmac', 'personal', 'signing']
  .map((kind) => `${kind}:test1:${Buffer.alloc(32, kind).toString('base64url')}`)
  .join(' ');
const outer = Object.values(networkInterfaces())
  .flat()
  .find((one) => one && !one.internal && one.family === 'IPv4')?.address;

it('a whole server for this machine alone answers no other, and stops when told to', async () => {
  const database = await freshDatabase();
  const files = await mkdtemp(join(tmpdir(), 'assay-files-'));
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main], {
    env: {
      PATH: process.env.PATH ?? '',
      PORT: '0',
      FILES_URL: files,
      ASSAY_KEYS: keys,
      ASSAY_ROLE: 'web',
      DATABASE_URL: database.appUrl,
      DATABASE_ADMIN_URL: database.adminUrl,
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      said += String(text);
    });
  const ended = once(child, 'exit');
  await expect.poll(() => said, { timeout: 30_000 }).toContain('Assay is ready at');
  const port = /localhost:(\d+)/.exec(said)?.[1];
  expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
  expect((await fetch(`http://localhost:${port}/nothing`)).status).toBe(404);
  if (outer) await expect(fetch(`http://${outer}:${port}/healthz`)).rejects.toThrow();
  child.kill('SIGTERM');
  expect((await ended)[0]).toBe(0);
  await rm(files, { recursive: true, force: true });
  await database.drop();
}, 60_000);
