import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { addPerson, password, sessionsOfCookie, signedInBy } from '../../support/people.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
  await addPerson(app, { email: 'Ada@desk.example', name: 'Ada', roles: ['reviewer'] });
  await addPerson(app, { email: 'officer@desk.example', name: 'O', roles: ['compliance_officer'] });
});
afterAll(() => app.stop());

const signedIn = (email = 'ada@desk.example') => signedInBy(app, email);
const sessionsOf = (cookie: string | undefined) => sessionsOfCookie(app, cookie);

describe('signing in', () => {
  it('tells an anonymous visitor nothing but that nobody is signed in', async () => {
    const { status, body } = await app.anonymous().get('/api/session');
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'anonymous', csrf: null, demo: false });
    expect(body).not.toHaveProperty('demo_accounts');
    expect(body.permissions['applications.decide']).toBe('none');
  });

  it('opens a session whose token is kept only as a digest, in a cookie no script reads', async () => {
    const { browser, reply } = await signedIn('ADA@desk.example');
    expect(reply.body).toMatchObject({
      state: 'full',
      person: { name: 'Ada', roles: ['reviewer'], lead: false },
    });
    expect(reply.body.permissions['applications.decide']).toBe('all');
    expect(reply.headers.getSetCookie()[0]).toMatch(/^assay=.*; Path=\/;.*HttpOnly; SameSite=Lax/);
    const token = /assay=([^;]+)/.exec(browser.cookie ?? '')?.[1] ?? '';
    const rows = JSON.stringify(await app.services.db('sessions').select());
    expect(rows).not.toContain(token);
    expect(await sessionsOf(browser.cookie).first()).toBeTruthy();
  });

  it('trust 29: answers an unknown address, a wrong password and a disabled person alike', async () => {
    await addPerson(app, { email: 'gone@desk.example', name: 'Gone', roles: [] });
    await app.services.db('persons').where({ email: 'gone@desk.example' }).update({ state: 'disabled' });
    const tries = [
      { email: 'nobody@desk.example', password },
      { email: 'ada@desk.example', password: 'wrong' },
      { email: 'gone@desk.example', password },
    ];
    const replies = [];
    for (const one of tries) replies.push(await app.anonymous().post('/api/session/sign-in', one));
    for (const { status, body } of replies) {
      expect(status).toBe(401);
      expect({ ...body, request_id: '' }).toEqual({ ...replies[0]?.body, request_id: '' });
    }
  });

  it('trust 29: does the same hashing work for an unknown address', async () => {
    const time = async (email: string) => {
      const start = performance.now();
      await app.anonymous().post('/api/session/sign-in', { email, password: 'wrong' });
      return performance.now() - start;
    };
    const unknown = [await time('x1@desk.example'), await time('x2@desk.example')];
    expect(Math.min(...unknown)).toBeGreaterThan(15);
  });

  it('trust 34: ignores a session the browser brought along and ends it', async () => {
    const first = await signedIn();
    const before = first.browser.cookie;
    const again = await first.browser.post('/api/session/sign-in', { email: 'ada@desk.example', password });
    expect(again.status).toBe(200);
    expect(first.browser.cookie).not.toBe(before);
    const stale = app.anonymous();
    stale.cookie = before;
    expect((await stale.get('/api/session')).body.state).toBe('anonymous');
  });

  it('refuses unknown fields and wrong types', async () => {
    const reply = await app
      .anonymous()
      .post('/api/session/sign-in', { email: 'a', password: 'b', role: 'admin' });
    expect(reply.status).toBe(422);
    expect(reply.body.errors).toEqual([{ pointer: '/role', code: 'unknown_field' }]);
    expect((await app.anonymous().post('/api/session/sign-in', { email: ['a'], password: 'b' })).status).toBe(
      422,
    );
  });

  it('trust 30: limits tries at one account from one address, and the owner elsewhere still gets in', async () => {
    const email = 'victim@desk.example';
    await addPerson(app, { email, name: 'V', roles: ['reviewer'] });
    const guesses = [];
    for (let n = 0; n < 11; n += 1)
      guesses.push(await app.anonymous().post('/api/session/sign-in', { email, password: `guess ${n}` }));
    expect(guesses.slice(0, 10).every(({ status }) => status === 401)).toBe(true);
    expect(guesses[10]?.status).toBe(429);
    expect(Number(guesses[10]?.headers.get('retry-after'))).toBeGreaterThan(0);
    // The same person at another address: the window of that pair is their own.
    await app.services
      .db('rate_windows')
      .whereLike('bucket', 'sign_in:%:%')
      .update({ bucket: app.services.db.raw("bucket || '-elsewhere'") });
    expect((await app.anonymous().post('/api/session/sign-in', { email, password })).status).toBe(200);
  });

  it('trust 31: counts the address of the connection, whatever X-Forwarded-For claims', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 11; n += 1) {
      const headers = { 'x-forwarded-for': `203.0.113.${n}` };
      const guess = { email: 'spoofed@desk.example', password: 'wrong' };
      statuses.push((await app.anonymous().post('/api/session/sign-in', guess, { headers })).status);
    }
    expect(statuses.at(-1)).toBe(429);
  });
});
