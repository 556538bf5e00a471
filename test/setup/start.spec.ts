import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Checkout, makeCheckout, type Started } from '../support/checkout.ts';

const isRoot = process.getuid?.() === 0;
// What npm has to say about its own configuration is not ours.
const sentences = (started: Started) =>
  started
    .errors()
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('npm '));

let checkout: Checkout;

beforeAll(() => {
  checkout = makeCheckout();
});

afterAll(() => checkout.remove());

describe('npm start in a private clone (0700)', () => {
  let running: Started;

  it('stops cleanly in the midst of making the demo; the next start makes it from the beginning', async () => {
    const early = checkout.start();
    await expect.poll(() => early.output(), { timeout: 120_000 }).toContain('Making the demo');
    early.child.kill('SIGTERM');
    expect(await early.ended).toBe(0);
    expect(early.output()).toMatch(/Stopped\.\s*$/);
    expect(early.errors()).not.toMatch(/"level"|rror/);
    await expect.poll(() => checkout.processes(), { timeout: 30_000 }).toEqual([]);
  });

  it('serves with NODE_ENV=production and without development packages in npm settings', async () => {
    running = checkout.start({ NODE_ENV: 'production', npm_config_omit: 'dev' });
    const address = await running.address;
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
  });

  it('runs PostgreSQL under an account that is not root, and says where its data is', () => {
    const status = checkout.processes().map((pid) => readFileSync(`/proc/${pid}/status`, 'utf8'));
    const owners = status
      .filter((text) => /^Name:\s+postgres$/m.test(text))
      .map((text) => /^Uid:\s+(\d+)/m.exec(text)?.[1]);
    expect(owners.length).toBeGreaterThan(0);
    expect(owners).not.toContain('0');
    if (isRoot)
      expect(running.output()).toMatch(/PostgreSQL runs as the account "\w+" .* its data is in \S+\./);
  });

  it('joins no second server to the same port: one sentence, exit code 1, and the first goes on', async () => {
    const address = await running.address;
    const second = checkout.start({ PORT: new URL(address).port });
    expect(await second.ended).toBe(1);
    expect(sentences(second)).toEqual([expect.stringMatching(/^Port \d+ is in use: .*PORT\.$/)]);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
  });

  it('ends cleanly when npm is told to, and leaves neither server nor PostgreSQL behind', async () => {
    const folderBefore = checkout.processes();
    expect(folderBefore.length).toBeGreaterThan(0);
    running.child.kill('SIGTERM');
    await running.ended;
    await expect.poll(() => checkout.processes(), { timeout: 30_000 }).toEqual([]);
  });

  it('starts a second time in less than five seconds', async () => {
    const began = Date.now();
    const again = checkout.start();
    await again.address;
    expect(Date.now() - began).toBeLessThan(5_000);
    again.child.kill('SIGTERM');
    await again.ended;
    await expect.poll(() => checkout.processes(), { timeout: 30_000 }).toEqual([]);
  });
});

describe('npm start that cannot go on', () => {
  it('names a port that another program has', async () => {
    const other = createServer().listen(0);
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const started = checkout.start({ PORT: String(port) });
    expect(await started.ended).toBe(1);
    expect(sentences(started)).toEqual([expect.stringMatching(/^Port \d+ is in use: /)]);
    other.close();
    expect(checkout.processes()).toEqual([]);
  });

  it('names a database out of reach', async () => {
    const keys = readFileSync(join(checkout.folder, 'var', 'keys'), 'utf8');
    const nowhere = 'postgres://assay_app:secret@127.0.0.1:1/assay';
    const started = checkout.start({ DATABASE_URL: nowhere, DATABASE_ADMIN_URL: nowhere, ASSAY_KEYS: keys });
    expect(await started.ended).toBe(1);
    expect(sentences(started)).toEqual([expect.stringMatching(/^The database cannot be reached: .*\.$/)]);
    expect(started.output()).not.toContain('secret');
  });

  it('names every bad setting at once', async () => {
    const started = checkout.start({
      PORT: 'eighty',
      PUBLIC_URL: 'http://desk.example.com',
      TRUST_PROXY: 'all',
      ASSAY_DEMO: 'maybe',
    });
    expect(await started.ended).toBe(1);
    const said = sentences(started).join('\n');
    for (const name of ['PORT', 'PUBLIC_URL', 'TRUST_PROXY', 'ASSAY_DEMO']) expect(said).toContain(name);
    expect(sentences(started)).toHaveLength(4);
  });

  it('names a folder it may not write to', () => {
    const bare = makeCheckout({ packages: false });
    const tools = mkdtempSync(join(tmpdir(), 'assay-node-'));
    try {
      // The permissions of a folder stop everybody but root: as root, an ordinary account runs this with its own Node.
      const node = join(tools, 'node');
      copyFileSync(process.execPath, node);
      chmodSync(tools, 0o755);
      chmodSync(bare.folder, 0o555);
      const account = isRoot ? { uid: 65_534, gid: 65_534 } : {};
      const script = join(bare.folder, 'scripts', 'prepare.mjs');
      const done = spawnSync(node, [script, 'start'], { ...account, cwd: '/', encoding: 'utf8' });
      expect(done.status).toBe(1);
      expect(done.stderr.trim()).toMatch(
        /^Assay cannot write to \S+: give this account write access to the folder, or run it from a copy\.$/,
      );
      expect(existsSync(join(bare.folder, 'node_modules'))).toBe(false);
    } finally {
      chmodSync(bare.folder, 0o700);
      rmSync(tools, { recursive: true });
      void bare.remove();
    }
  });
});
