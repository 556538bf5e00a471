import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { addPerson, password, sessionsOfCookie, signedInBy, signInBy } from '../../support/people.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
  await addPerson(app, { email: 'Ada@desk.example', name: 'Ada', roles: ['reviewer'] });
  await addPerson(app, { email: 'officer@desk.example', name: 'O', roles: ['compliance_officer'] });
});
afterAll(() => app.stop());

const signedIn = (email = 'ada@desk.example') => signedInBy(app, email);
const sessionsOf = (cookie: string | undefined) => sessionsOfCookie(app, cookie);

describe('a running session', () => {
  it('signs out for good', async () => {
    const { browser } = await signedIn();
    const cookie = browser.cookie;
    expect((await browser.post('/api/session/sign-out')).status).toBe(200);
    const back = app.anonymous();
    back.cookie = cookie;
    expect((await back.get('/api/session')).body.state).toBe('anonymous');
  });

  it('trust 33: signing out during a slow request is not undone by that request', async () => {
    const { browser } = await signedIn();
    await sessionsOf(browser.cookie).update({
      last_seen_at: app.services.db.raw("clock_timestamp() - interval '5 minutes'"),
    });
    const cookie = browser.cookie;
    const slow = Promise.all([browser.get('/api/session'), browser.post('/api/session/sign-out')]);
    await slow;
    const back = app.anonymous();
    back.cookie = cookie;
    expect((await back.get('/api/session')).body.state).toBe('anonymous');
    expect((await sessionsOf(cookie).first())?.ended_at).not.toBeNull();
  });

  it('trust 33: a password that is still being changed brings nobody back who signed out meanwhile', async () => {
    const { id } = await addPerson(app, { email: 'slow@desk.example', name: 'Slow', roles: ['reviewer'] });
    const { browser } = await signedIn('slow@desk.example');
    const held = await app.services.db.transaction();
    await held('persons').where({ id }).forUpdate().first();
    const away = Object.assign(app.anonymous(), { cookie: browser.cookie, csrf: browser.csrf });
    const changing = browser.post('/api/me/password', {
      current: password,
      next: 'other horses, other staples',
    });
    const waits = () =>
      app.services
        .db('pg_stat_activity')
        .where({ wait_event_type: 'Lock' })
        .whereRaw('datname = current_database()');
    await expect.poll(waits, { timeout: 10_000 }).toHaveLength(1);
    expect((await away.post('/api/session/sign-out')).status).toBe(200);
    await held.commit();
    const reply = await changing;
    expect([reply.status, reply.body.code]).toEqual([401, 'not_signed_in']);
    expect(await app.services.db('sessions').where({ person_id: id }).whereNull('ended_at')).toEqual([]);
    expect((await signInBy(app, 'slow@desk.example')).reply.status).toBe(200);
  });

  it('ends after eight idle hours and after seven days, and notes its use at most once a minute', async () => {
    const { browser } = await signedIn();
    const at = (column: string, interval: string) =>
      sessionsOf(browser.cookie).update({ [column]: app.services.db.raw(`clock_timestamp() ${interval}`) });
    const state = async () => (await browser.get('/api/session')).body.state;
    const seen = async () => (await sessionsOf(browser.cookie).first())?.last_seen_at.getTime() ?? 0;
    await at('last_seen_at', "- interval '30 seconds'");
    const before = await seen();
    await state();
    expect(await seen()).toBe(before);
    await at('last_seen_at', "- interval '7 hours 59 minutes'");
    expect(await state()).toBe('full');
    expect(await seen()).toBeGreaterThan(before);
    await at('last_seen_at', "- interval '8 hours 1 minute'");
    expect(await state()).toBe('anonymous');
    await at('last_seen_at', '');
    expect(await state()).toBe('full');
    await at('absolute_until', "- interval '1 second'");
    expect(await state()).toBe('anonymous');
  });

  it('trust 22: a role taken away is gone at the next request', async () => {
    const { browser, reply } = await signedIn();
    expect(reply.body.permissions['queue.work']).toBe('all');
    const roles = app.services.db('person_roles').where({ person_id: reply.body.person.id });
    expect((await browser.get('/api/work-items')).status).toBe(200);
    await roles.clone().delete();
    for (const refused of [
      await browser.get('/api/work-items'),
      await browser.post('/api/work-items/start-next'),
    ])
      expect([refused.status, refused.body.code]).toEqual([403, 'forbidden']);
    expect((await browser.get('/api/session')).body.permissions['queue.work']).toBe('none');
    await app.services.db('person_roles').insert({ person_id: reply.body.person.id, role: 'reviewer' });
  });

  it('trust 35: refuses writes from elsewhere and without the anti-forgery token', async () => {
    const { browser } = await signedIn();
    const send = (headers: Record<string, string>) =>
      browser.post('/api/me/preferences', { locale: 'de' }, { headers });
    expect((await send({ 'sec-fetch-site': 'cross-site' })).body.code).toBe('cross_site');
    expect((await send({ 'sec-fetch-site': 'same-site' })).body.code).toBe('cross_site');
    expect((await send({ origin: 'https://evil.example' })).body.code).toBe('cross_site');
    expect((await send({ 'x-csrf-token': 'wrong' })).status).toBe(403);
    expect((await send({ 'content-type': 'text/plain' })).status).toBe(415);
    const token = browser.csrf;
    browser.csrf = undefined;
    expect((await send({})).body.code).toBe('cross_site');
    browser.csrf = token;
    expect((await send({})).status).toBe(200);
  });

  it('trust 36: an officer without a second factor is asked to set one up and can do nothing else', async () => {
    const { browser, reply } = await signedIn('officer@desk.example');
    expect(reply.body.state).toBe('enrolment_pending');
    expect(reply.body.permissions['applications.decide']).toBe('none');
    const other = await browser.get('/api/people');
    expect(other.status).toBe(401);
    expect(other.body.code).toBe('second_factor_required');
    expect((await browser.post('/api/me/totp/start')).status).toBe(200);
  });
});
