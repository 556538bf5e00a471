import { afterAll, describe, expect, it } from 'vitest';
import { installationActor, systemActor } from '../../../server/kernel/actor.ts';
import { createDemoPeople } from '../../../server/people/service/demo-people.ts';
import { createFirstAdmin } from '../../../server/people/service/first-admins.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { password, signInBy } from '../../support/people.ts';

const open: TestApp[] = [];
async function start(mode: 'demo' | 'real'): Promise<TestApp> {
  const app = await startTestApp({ mode });
  open.push(app);
  return app;
}
afterAll(() => Promise.all(open.map((app) => app.stop())));

const demoPeople = (app: TestApp) =>
  app.services.run({ actor: systemActor('test') }, (uow) => createDemoPeople(uow));
const firstAdmin = (app: TestApp, email: string, typed?: string) =>
  app.services.run({ actor: installationActor }, (uow) =>
    createFirstAdmin(uow, { email, name: email, password: typed }, 'https://desk.example'),
  );

describe('the demo', () => {
  it('offers one account per role and a second where two are needed; each signs in without a second factor', async () => {
    const app = await start('demo');
    await demoPeople(app);
    const { body } = await app.anonymous().get('/api/session');
    expect(body.demo).toBe(true);
    const labels = body.demo_accounts.map((one: { role_label_key: string }) => one.role_label_key.slice(5));
    expect(labels.join(' ')).toBe(
      'reviewer reviewer lead compliance_officer compliance_officer account_manager auditor admin admin',
    );
    for (const account of body.demo_accounts) {
      const { browser, reply } = await signInBy(app, account.email, account.password);
      expect([account.email, reply.body.state]).toEqual([account.email, 'full']);
      expect((await browser.get('/api/session')).body).not.toHaveProperty('demo_accounts');
    }
    await expect(firstAdmin(app, 'root@desk.example')).rejects.toMatchObject({ params: { reason: 'demo' } });
  });
});

describe('a real installation', () => {
  it('has no demo accounts: the service and the table refuse them, and the sign-in page offers none', async () => {
    const app = await start('real');
    await expect(demoPeople(app)).rejects.toMatchObject({ code: 'forbidden' });
    const row = {
      id: '0190a000-0000-7000-8000-000000000001',
      email: 'd@assay.example',
      name: 'D',
      state: 'active',
      demo: true,
    } as const;
    await expect(app.services.db('persons').insert(row)).rejects.toThrow(/no demo accounts/);
    await app.services.db('persons').insert({ ...row, demo: false });
    await expect(app.services.db('persons').where({ id: row.id }).update({ demo: true })).rejects.toThrow(
      /no demo accounts/,
    );
    const { body } = await app.anonymous().get('/api/session');
    expect(body.demo).toBe(false);
    expect(body).not.toHaveProperty('demo_accounts');
  });

  it('gets its first two admins from the command line, and not one more, also when made at the same moment', async () => {
    const app = await start('real');
    const first = await firstAdmin(app, 'one@desk.example', password);
    expect(first).toMatchObject({ admins: 1 });
    expect(first.link).toBeUndefined();
    const { reply } = await signInBy(app, 'one@desk.example');
    expect(reply.body.state).toBe('enrolment_pending');
    const more = await Promise.allSettled([
      firstAdmin(app, 'two@desk.example'),
      firstAdmin(app, 'three@desk.example'),
    ]);
    expect(more.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const made = more.find((one) => one.status === 'fulfilled');
    const link = made?.status === 'fulfilled' ? (made.value.link ?? '') : '';
    const token = link.split('t=')[1] ?? '';
    const accepted = await app.anonymous().post('/api/invitations/accept', { token, password });
    expect(accepted.status).toBe(200);
    const roles = await app.services.db('person_roles').select('role', 'granted_by');
    expect(roles).toEqual([
      { role: 'admin', granted_by: null },
      { role: 'admin', granted_by: null },
    ]);
  });

  it('refuses a first admin with a weak password or an impossible address', async () => {
    const app = await start('real');
    await expect(firstAdmin(app, 'not an address')).rejects.toMatchObject({
      fields: [{ pointer: '/email' }],
    });
    await expect(firstAdmin(app, 'a@desk.example', 'short')).rejects.toMatchObject({
      fields: [{ code: 'too_short' }],
    });
  });
});
