import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { addPerson, password, signInBy } from '../../support/people.ts';

let app: TestApp;
let people = 0;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });

/** An officer who has set up an authenticator app; the code used was the one of `steps`. */
async function enrolled(steps = -1) {
  people += 1;
  const email = `officer${people}@desk.example`;
  const { id } = await addPerson(app, { email, name: `Officer ${people}`, roles: ['compliance_officer'] });
  const { browser, reply } = await signInBy(app, email);
  expect(reply.body.state).toBe('enrolment_pending');
  const { body } = await browser.post('/api/me/totp/start');
  const before = browser.cookie;
  const confirmed = await browser.post('/api/me/totp/confirm', { code: codeOf(body.secret, steps) });
  browser.csrf = confirmed.body.csrf;
  return { id, email, browser, before, confirmed, secret: body.secret as string };
}

describe('an authenticator app', () => {
  it('opens the whole session once its first code fits, under a new token (trust 34)', async () => {
    const { browser, before, confirmed } = await enrolled();
    expect(confirmed.status).toBe(200);
    expect(confirmed.body).toMatchObject({ state: 'full', second_factors: ['totp'] });
    expect(browser.cookie).not.toBe(before);
    expect((await browser.get('/api/people')).status).toBe(200);
    const stale = app.anonymous();
    stale.cookie = before;
    expect((await stale.get('/api/session')).body.state).toBe('anonymous');
  });

  it('keeps its secret sealed, bound to the person', async () => {
    const { id, secret } = await enrolled();
    const row = await app.services.db('persons').where({ id }).first();
    expect(row?.totp_secret?.includes(Buffer.from(Secret.fromBase32(secret).bytes))).toBe(false);
    const other = await enrolled();
    await app.services.db('persons').where({ id: other.id }).update({ totp_secret: row?.totp_secret });
    const { browser } = await signInBy(app, other.email);
    const reply = await browser.post('/api/session/second-factor', { kind: 'totp', code: codeOf(secret) });
    expect(reply.status).toBe(500);
  });

  it('trust 36: a session waiting for its code can do nothing else and says so', async () => {
    const { email } = await enrolled();
    const { browser, reply } = await signInBy(app, email);
    expect(reply.body.state).toBe('second_factor_pending');
    expect(reply.body).not.toHaveProperty('person');
    for (const path of ['/api/people', '/api/me/passkeys']) {
      const refused = await browser.get(path);
      expect(refused.status).toBe(401);
      expect(refused.body.code).toBe('second_factor_required');
    }
    const start = await browser.post('/api/me/totp/start');
    expect(start.body.code).toBe('second_factor_required');
  });

  it('takes a code of one step before or after, and no further', async () => {
    const { email, secret } = await enrolled(0);
    const give = async (steps: number) => {
      const { browser } = await signInBy(app, email);
      return (await browser.post('/api/session/second-factor', { kind: 'totp', code: codeOf(secret, steps) }))
        .status;
    };
    expect(await give(3)).toBe(401);
    expect(await give(-3)).toBe(401);
    expect(await give(1)).toBe(200);
  });

  it('trust 32: the same code works once, also when sent twice at the same moment', async () => {
    const { email, secret } = await enrolled(-1);
    const code = codeOf(secret);
    const browsers = await Promise.all([1, 2, 3, 4].map(() => signInBy(app, email)));
    const replies = await Promise.all(
      browsers.map(({ browser }) => browser.post('/api/session/second-factor', { kind: 'totp', code })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401]);
    const { browser } = await signInBy(app, email);
    expect((await browser.post('/api/session/second-factor', { kind: 'totp', code })).status).toBe(401);
  });

  it('trust 30: limits guesses at codes', async () => {
    const { email } = await enrolled();
    const { browser } = await signInBy(app, email);
    const statuses: number[] = [];
    for (let n = 0; n < 11; n += 1)
      statuses.push(
        (await browser.post('/api/session/second-factor', { kind: 'totp', code: '000000' })).status,
      );
    expect(statuses.at(-1)).toBe(429);
  });

  it('stays with whoever must have one, and may be left off by others', async () => {
    const { browser, secret } = await enrolled(-1);
    const kept = await browser.post('/api/me/totp/remove', { code: codeOf(secret) });
    expect(kept.body).toMatchObject({ code: 'blocked', params: { reason: 'last_second_factor' } });
    const reviewer = await app.signIn('reviewer');
    const { body } = await reviewer.post('/api/me/totp/start');
    const wrong = await reviewer.post('/api/me/totp/confirm', { code: codeOf(body.secret, 9) });
    expect(wrong.body.errors).toEqual([{ pointer: '/code', code: 'wrong_code' }]);
    const done = await reviewer.post('/api/me/totp/confirm', { code: codeOf(body.secret, -1) });
    reviewer.csrf = done.body.csrf;
    expect((await reviewer.post('/api/me/totp/start')).body.code).toBe('wrong_state');
    expect((await reviewer.post('/api/me/totp/remove', { code: codeOf(body.secret) })).status).toBe(200);
    expect((await reviewer.get('/api/session')).body.second_factors).toEqual([]);
  });

  it('can be taken away by an admin for a lost phone: sessions end, a new one is set up', async () => {
    const { id, email, browser } = await enrolled();
    const admin = await app.signIn('admin');
    expect((await admin.post(`/api/people/${id}/reset-second-factors`)).status).toBe(200);
    expect((await browser.get('/api/session')).body.state).toBe('anonymous');
    expect((await signInBy(app, email, password)).reply.body.state).toBe('enrolment_pending');
    const own = await admin.post(`/api/people/${admin.personId}/reset-second-factors`);
    expect(own.body.code).toBe('own_involvement');
  });
});
