import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removePlace } from '../../../server/platform/db/embedded/place.ts';
import { type Embedded, startEmbedded } from '../../../server/platform/db/embedded/start.ts';
import { type SecondProcess, startSecondProcess } from '../../support/second-process.ts';

let dataDir: string;
let cluster: Embedded;
let server: SecondProcess;

beforeAll(async () => {
  dataDir = join(mkdtempSync(join(tmpdir(), 'assay-down-')), 'postgres');
  chmodSync(join(dataDir, '..'), 0o755);
  mkdirSync(dataDir);
  cluster = await startEmbedded({ dataDir, fast: false, log: () => undefined });
  server = await startSecondProcess({
    DATABASE_URL: cluster.appUrl,
    DATABASE_ADMIN_URL: cluster.adminUrl,
    ASSAY_KEYS: ['hmac', 'personal', 'signing']
      .map((kind) => `${kind}:test1:${Buffer.alloc(32, kind).toString('base64url')}`)
      .join(' '),
    PUBLIC_URL: 'http://localhost:8080',
  });
});
afterAll(async () => {
  await server?.stop();
  await cluster?.stop();
  removePlace(dataDir);
  rmSync(join(dataDir, '..'), { recursive: true, force: true });
});

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
const begin = () => server.client().post('/api/portal/applications', { locale: 'en' });

describe('PostgreSQL is killed under a running server', () => {
  it('trust 3: writes are refused with 503 and Retry-After, the process lives, and is ready within ten seconds', async () => {
    const before = await begin();
    expect(before.status).toBe(201);

    const { pid } = JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')) as { pid: number };
    process.kill(pid, 'SIGKILL');
    const killed = Date.now();
    const seen = new Map<number, number>();
    let refused: Awaited<ReturnType<typeof begin>> | undefined;
    let ready = 0;
    while (Date.now() - killed < 20_000 && ready === 0) {
      const reply = await begin();
      seen.set(reply.status, (seen.get(reply.status) ?? 0) + 1);
      if (reply.status === 503) refused = reply;
      expect((await server.client().get('/healthz')).status).toBe(200);
      const readiness = await server.client().get('/readyz');
      if (refused && reply.status === 201 && readiness.status === 200) ready = Date.now() - killed;
      await pause(50);
    }
    expect([...seen.keys()].sort()).toEqual([201, 503]);
    expect(['unavailable', 'unknown_outcome']).toContain(refused?.body.code);
    expect(refused?.headers.get('retry-after')).toBe('2');
    expect(ready).toBeGreaterThan(0);
    expect(ready).toBeLessThan(10_000);
    expect(server.alive()).toBe(true);

    const token = before.body.link.split('#t=')[1];
    const back = await server.client().post('/api/portal/open', { token });
    expect(back.body).toMatchObject({ state: 'open', application_id: before.body.application.id });
  }, 60_000);
});
