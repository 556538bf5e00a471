import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { addPerson, password, signInBy } from '../../support/people.ts';

const next = 'a quite different sentence';
let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

describe('changing the password', () => {
  it('trust 34: renews this session, ends every other one, and the old password is worth nothing', async () => {
    const email = 'changer@desk.example';
    await addPerson(app, { email, name: 'Changer', roles: ['reviewer'] });
    const here = (await signInBy(app, email)).browser;
    const elsewhere = (await signInBy(app, email)).browser;
    const before = here.cookie;
    const changed = await here.post('/api/me/password', { current: password, next });
    expect(changed.status).toBe(200);
    expect(here.cookie).not.toBe(before);
    expect((await here.get('/api/session')).body.state).toBe('full');
    expect((await elsewhere.get('/api/session')).body.state).toBe('anonymous');
    expect((await signInBy(app, email)).reply.status).toBe(401);
    expect((await signInBy(app, email, next)).reply.status).toBe(200);
    const events = await app.services.db('events').where({ type: 'person.password_changed' });
    expect(JSON.stringify(events)).not.toContain(next);
    expect(events).toHaveLength(1);
  });

  it('is refused with a wrong current password, a short one, or one made of the own name', async () => {
    const email = 'keeper-of-keys@desk.example';
    await addPerson(app, { email, name: 'Keeper', roles: ['reviewer'] });
    const { browser } = await signInBy(app, email);
    const errors = async (body: object) => (await browser.post('/api/me/password', body)).body.errors;
    expect(await errors({ current: 'nope', next })).toEqual([
      { pointer: '/current', code: 'wrong_password' },
    ]);
    expect(await errors({ current: password, next: 'short' })).toMatchObject([
      { pointer: '/next', code: 'too_short' },
    ]);
    expect(await errors({ current: password, next: 'keeper-of-keys1' })).toMatchObject([
      { code: 'own_name' },
    ]);
    expect(await errors({ current: password, next: 'aaaaaaaaaaaaaa' })).toMatchObject([
      { code: 'repetitive' },
    ]);
    expect((await browser.get('/api/session')).body.state).toBe('full');
  });

  it('keeps Argon2id hashes with the agreed cost, no two alike', async () => {
    await addPerson(app, { email: 'h1@desk.example', name: 'H', roles: [] });
    await addPerson(app, { email: 'h2@desk.example', name: 'H', roles: [] });
    const hashes = await app.services
      .db('persons')
      .whereLike('email', 'h_@desk.example')
      .pluck('password_hash');
    expect(hashes).toHaveLength(2);
    for (const hash of hashes)
      expect(hash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(hashes[0]).not.toBe(hashes[1]);
  });

  it('keeps language and keys, refusing any it does not know', async () => {
    const reviewer = await app.signIn('reviewer');
    const kept = await reviewer.post('/api/me/preferences', {
      locale: 'de',
      single_keys: false,
      keys: { next: 'x' },
    });
    expect(kept.body).toEqual({ locale: 'de', preferences: { single_keys: false, keys: { next: 'x' } } });
    expect((await reviewer.get('/api/session')).body.person).toMatchObject({
      locale: 'de',
      preferences: { single_keys: false },
    });
    expect((await reviewer.post('/api/me/preferences', { roles: ['admin'] })).status).toBe(422);
    expect((await reviewer.post('/api/me/preferences', { keys: { explode: 'x' } })).status).toBe(422);
  });
});
