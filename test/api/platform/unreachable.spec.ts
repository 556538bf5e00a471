import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const main = fileURLToPath(new URL('../../../server/main.ts', import.meta.url));
const keys = ['hmac', 'personal', 'signing']
  .map((kind) => `${kind}:test1:${Buffer.alloc(32, kind).toString('base64url')}`)
  .join(' ');

it('a start without its database says one sentence, nothing before it, and ends with 1', async () => {
  const files = await mkdtemp(join(tmpdir(), 'assay-files-'));
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main], {
    env: {
      PATH: process.env.PATH ?? '',
      PORT: '0',
      FILES_URL: files,
      ASSAY_KEYS: keys,
      DATABASE_URL: 'postgres://assay_app:x@127.0.0.1:1/assay',
      DATABASE_ADMIN_URL: 'postgres://assay_owner:x@127.0.0.1:1/assay',
    },
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => said.push(String(text)));
  const [code] = await once(child, 'close');
  expect(said.join('')).toBe(
    'The database cannot be reached: check DATABASE_URL and that PostgreSQL is running.\n',
  );
  expect(code).toBe(1);
  await rm(files, { recursive: true, force: true });
});
