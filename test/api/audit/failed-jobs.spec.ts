import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../../server/kernel/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';

let app: TestApp;
const mailId = randomUUID();
beforeAll(async () => {
  app = await startTestApp();
  await app.services.run({ actor: systemActor('test') }, (uow) =>
    uow.enqueue({ name: 'notifications.deliver_mail', data: { mail_id: mailId } }),
  );
  // as the queue leaves a job whose every attempt failed
  await app.services
    .db('pgboss.job')
    .where({ name: 'notifications.deliver_mail' })
    .update({
      state: 'failed',
      retry_count: 8,
      completed_on: app.services.db.raw('clock_timestamp()'),
      output: JSON.stringify({
        name: 'Error',
        message: 'no mail server\nsecond line',
        stack: 'Error: at file:1',
      }),
    });
});
afterAll(() => app.stop());

describe('jobs that failed at every attempt', () => {
  it.each(['admin', 'auditor'] as const)(
    'trust 47: are seen by an %s, with their last error',
    async (role) => {
      const client = await app.signIn(role);
      const reply = await client.get('/api/failed-jobs');
      expect(reply.status).toBe(200);
      expect(reply.headers.get('content-range')).toBe('items 0-0/1');
      expect(reply.body[0]).toMatchObject({
        name: 'notifications.deliver_mail',
        data: { mail_id: mailId },
        attempts: 9,
        error: 'no mail server',
      });
      expect(JSON.stringify(reply.body)).not.toContain('file:1');
      expect((await client.get('/api/failed-jobs/count')).body).toEqual({ failed: 1 });
    },
  );

  it('are nobody else’s to see, nor the auditor’s to try again', async () => {
    const [job] = (await (await app.signIn('auditor')).get('/api/failed-jobs')).body;
    for (const role of ['reviewer', 'compliance_officer', 'account_manager'] as const)
      expect((await (await app.signIn(role)).get('/api/failed-jobs')).status).toBe(403);
    const reply = await (await app.signIn('auditor')).post(`/api/failed-jobs/${job.id}/retry`);
    expect([reply.status, reply.body.code]).toEqual([403, 'forbidden']);
  });

  it('trust 47: get one more attempt from an admin, once, and the log says who gave it', async () => {
    const admin = await app.signIn('admin');
    const [job] = (await admin.get('/api/failed-jobs')).body;
    const path = `/api/failed-jobs/${job.id}/retry`;
    const replies = await Promise.all([admin.post(path), admin.post(path)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 404]);
    expect((await admin.get('/api/failed-jobs')).body).toEqual([]);
    const row = await app.services.db('pgboss.job').where({ id: job.id }).first('state', 'retry_limit');
    expect(row).toMatchObject({ state: 'retry', retry_limit: 9 });
    const logged = await app.services.db('events').where({ type: 'job.retried', subject_id: job.id });
    expect(logged).toHaveLength(1);
    expect(logged[0]).toMatchObject({
      actor_id: admin.personId,
      data: { name: 'notifications.deliver_mail' },
    });
  });
});

describe('a poison job', () => {
  let busy: TestApp;
  beforeAll(async () => {
    busy = await startTestApp({ workers: true });
  });
  afterAll(() => busy.stop());

  it('trust 47: is seen by its route once its last attempt failed, and what stands behind it is done', async () => {
    const nobodysMail = randomUUID();
    const { services } = busy;
    await services.run({ actor: systemActor('test') }, async (uow) => {
      await uow.enqueue({ name: 'notifications.deliver_mail', data: { mail_id: nobodysMail } });
      // its first attempt is its last
      await uow.trx('pgboss.job').where({ name: 'notifications.deliver_mail' }).update({ retry_limit: 0 });
      await uow.enqueue({ name: 'platform.purge_short_lived', data: {} });
    });
    const admin = await busy.signIn('admin');
    const seen = async () => (await admin.get('/api/failed-jobs')).body;
    await expect.poll(seen, { timeout: 15_000, interval: 200 }).toHaveLength(1);
    expect((await seen())[0]).toMatchObject({
      name: 'notifications.deliver_mail',
      data: { mail_id: nobodysMail },
      attempts: 1,
    });
    expect((await seen())[0].error).not.toBe('');
    const behind = () =>
      services.db('pgboss.job').where({ name: 'platform.purge_short_lived' }).first('state');
    await expect.poll(behind, { timeout: 15_000, interval: 200 }).toMatchObject({ state: 'completed' });
  });
});
