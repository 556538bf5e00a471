import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { signInBy } from '../../support/people.ts';

const chosen = 'seven purple walruses';
let app: TestApp;
let admin: Awaited<ReturnType<TestApp['signIn']>>;
let second: Awaited<ReturnType<TestApp['signIn']>>;
let people = 0;

beforeAll(async () => {
  // where no mail leaves, the link is shown once
  app = await startTestApp({ mail: 'kept' });
  admin = await app.signIn('admin');
  second = await app.signIn('admin');
});
afterAll(() => app.stop());

async function invited(roles: string[] = []) {
  people += 1;
  const email = `newcomer${people}@desk.example`;
  const { status, body } = await admin.post('/api/people/invite', {
    email,
    name: `Newcomer ${people}`,
    roles,
  });
  expect(status).toBe(201);
  return { email, body, id: body.id as string, token: String(body.link).split('t=')[1] ?? '' };
}

const accept = (token: string, password = chosen) =>
  app.anonymous().post('/api/invitations/accept', { token, password });

describe('inviting a person', () => {
  it('gives a link once, of which only a digest is kept; the password chosen with it signs in', async () => {
    const { email, token, id } = await invited();
    expect((await signInBy(app, email, chosen)).reply.status).toBe(401);
    expect(JSON.stringify(await app.services.db('invitations').select())).not.toContain(token);
    expect((await accept(token)).status).toBe(200);
    expect((await signInBy(app, email, chosen)).reply.body.state).toBe('full');
    expect((await admin.get(`/api/people/${id}`)).body).toMatchObject({ state: 'active', email, roles: [] });
    expect((await accept(token)).body.code).toBe('link_used');
  });

  it('names altered, replaced and expired links', async () => {
    const { id, token } = await invited();
    expect((await accept(`${token.slice(0, -1)}x`)).body.code).toBe('link_invalid');
    const again = await admin.post(`/api/people/${id}/invite-again`);
    expect((await accept(token)).body.code).toBe('link_expired');
    const fresh = String(again.body.link).split('t=')[1] ?? '';
    const weak = await accept(fresh, 'aaaaaaaaaaaaaaaa');
    expect(weak.body.errors).toEqual([{ pointer: '/password', code: 'repetitive' }]);
    expect((await accept(fresh)).status).toBe(200);
  });

  it('refuses an address that is taken, in any letter case, and hostile names', async () => {
    const { email } = await invited();
    const taken = await admin.post('/api/people/invite', {
      email: email.toUpperCase(),
      name: 'Twin',
      roles: [],
    });
    expect(taken.body.errors).toEqual([{ pointer: '/email', code: 'taken' }]);
    const bad = await admin.post('/api/people/invite', {
      email: 'a@b.example\r\nBcc: x@y.example',
      name: 'A\u202eB',
    });
    expect(bad.body.errors.map((one: { pointer: string }) => one.pointer).sort()).toEqual([
      '/email',
      '/name',
    ]);
    const more = await admin.post('/api/people/invite', {
      email: 'm@desk.example',
      name: 'M',
      state: 'active',
    });
    expect(more.body.errors).toEqual([{ pointer: '/state', code: 'unknown_field' }]);
  });

  it('turns the roles asked for into requests another admin decides', async () => {
    const { id, body } = await invited(['lead', 'reviewer']);
    expect(body.role_requests).toHaveLength(2);
    const { body: waiting } = await second.get(
      `/api/role-requests?filter=${JSON.stringify({ person_id: id })}`,
    );
    expect(
      waiting.map((one: { role: string; mine_to_decide: boolean }) => [one.role, one.mine_to_decide]),
    ).toEqual([
      ['reviewer', true],
      ['lead', true],
    ]);
    expect((await admin.get(`/api/people/${id}`)).body.roles).toEqual([]);
    const clash = await admin.post('/api/people/invite', {
      email: 'c@desk.example',
      name: 'C',
      roles: ['auditor', 'reviewer'],
    });
    expect(clash.body.errors).toEqual([{ pointer: '/roles', code: 'stands_alone' }]);
  });
});

describe('ending access', () => {
  it('ends every session in the same moment, and enabling gives it back', async () => {
    const reviewer = await app.signIn('reviewer');
    const disabled = await admin.post(`/api/people/${reviewer.personId}/disable`);
    expect(disabled.body).toMatchObject({ state: 'disabled', version: 2 });
    expect((await reviewer.get('/api/people')).status).toBe(401);
    expect((await admin.post(`/api/people/${reviewer.personId}/disable`)).body.code).toBe('wrong_state');
    expect((await admin.post(`/api/people/${reviewer.personId}/enable`)).body.state).toBe('invited');
    expect((await reviewer.get('/api/people')).status).toBe(401);
  });

  it('leaves nobody out of reach: not oneself, and never the last admin', async () => {
    expect((await admin.post(`/api/people/${admin.personId}/disable`)).body.code).toBe('own_involvement');
    const both = await Promise.all([
      admin.post(`/api/people/${second.personId}/remove-role`, { role: 'admin' }),
      second.post(`/api/people/${admin.personId}/remove-role`, { role: 'admin' }),
    ]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    const left = await app.services.db('person_roles').where({ role: 'admin' });
    expect(left).toHaveLength(1);
  });

  it('answers a foreign or malformed id with 404', async () => {
    const only = await app.signIn('admin');
    expect((await only.post('/api/people/0190a000-0000-7000-8000-000000000000/disable')).status).toBe(404);
    expect((await only.get('/api/people/1')).status).toBe(404);
  });
});
