import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PgBoss } from 'pg-boss';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openMailer } from '../../server/platform/mailer.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { submitForm } from '../support/forms.ts';

const script = fileURLToPath(new URL('../support/mortal-worker.ts', import.meta.url));
const keys = ['hmac', 'personal', 'signing']
  .map((kind) => `${kind}:test1:${Buffer.alloc(32, kind).toString('base64url')}`)
  .join(' ');
const job = 'notifications.deliver_mail';

const taken: string[] = [];
const box = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, done) {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      taken.push(Buffer.concat(parts).toString('utf8'));
      done();
    });
  },
});
let app: TestApp;
let smtp: string;
beforeAll(async () => {
  app = await startTestApp();
  await new Promise<void>((ready) => box.listen(0, '127.0.0.1', ready));
  smtp = `smtp://127.0.0.1:${(box.server.address() as { port: number }).port}`;
});
afterAll(async () => {
  await app.stop();
  await new Promise<void>((closed) => box.close(() => closed()));
});

/** Runs a worker until it is killed; the signal that ended it. */
async function runMortalWorker(): Promise<string | null> {
  const varDir = await mkdtemp(join(tmpdir(), 'assay-worker-'));
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
    env: {
      PATH: process.env.PATH ?? '',
      ASSAY_LOG: 'silent',
      ASSAY_TEST_VAR: varDir,
      ASSAY_KEYS: keys,
      DATABASE_URL: app.database.appUrl,
      DATABASE_ADMIN_URL: app.database.adminUrl,
      SMTP_URL: smtp,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const late = setTimeout(() => child.kill('SIGTERM'), 60_000);
  const [, signal] = await once(child, 'exit');
  clearTimeout(late);
  await rm(varDir, { recursive: true, force: true });
  return signal as string | null;
}

/** What the queue does by itself once a worker's heartbeat has been missing for ten seconds. */
async function missHeartbeats(): Promise<void> {
  const { db } = app.services;
  await db('pgboss.job')
    .where({ name: job, state: 'active' })
    .update({ heartbeat_on: db.raw("clock_timestamp() - interval '1 minute'") });
  const boss = new PgBoss({
    connectionString: app.database.appUrl,
    max: 1,
    schema: 'pgboss',
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
  });
  boss.on('error', () => undefined);
  await boss.start();
  await boss.supervise(job);
  await boss.stop({ graceful: false });
  await db('pgboss.job')
    .where({ name: job, state: 'retry' })
    .update({ start_after: db.raw('clock_timestamp()') });
}

it('trust 45: a worker killed once SMTP has accepted costs one more mail at most, with the same Message-ID, and all is recorded', async () => {
  const { db } = app.services;
  await submitForm(app.anonymous());
  expect(await runMortalWorker()).toBe('SIGKILL');
  expect(taken).toHaveLength(1);
  expect(await db('mails').select('state', 'attempts')).toEqual([{ state: 'queued', attempts: 1 }]);
  expect(await db('pgboss.job').where({ name: job }).pluck('state')).toEqual(['active']);

  await missHeartbeats();
  app.services.mailer = openMailer(smtp, 'Assay <desk@assay.example>');
  await app.runJobs();
  await app.runJobs();
  expect(taken).toHaveLength(2);
  const ids = await Promise.all(taken.map(async (raw) => (await PostalMime.parse(raw)).messageId));
  expect(ids[0]).toBeTruthy();
  expect(ids[1]).toBe(ids[0]);
  expect(await db('mails').select('state', 'attempts')).toEqual([{ state: 'sent', attempts: 2 }]);
  const recorded = await db('events').where({ type: 'mail.sent' });
  expect(recorded.map(({ data }) => data)).toEqual([expect.objectContaining({ attempts: 2 })]);
}, 90_000);
