import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { Authenticator } from '../../support/authenticator.ts';
import { addPerson, signInBy } from '../../support/people.ts';

let app: TestApp;
let people = 0;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

async function enrolled() {
  people += 1;
  const email = `keyholder${people}@desk.example`;
  await addPerson(app, { email, name: `Keyholder ${people}`, roles: ['admin'] });
  const { browser } = await signInBy(app, email);
  const authenticator = new Authenticator(app.url);
  const { body: options } = await browser.post('/api/me/passkeys/options');
  const registered = await browser.post('/api/me/passkeys/register', {
    label: 'Laptop',
    response: authenticator.create(options),
  });
  browser.csrf = registered.body.csrf;
  return { email, browser, authenticator, registered };
}

/** Signs in up to the passkey and hands out the challenge. */
async function asked(email: string) {
  const { browser, reply } = await signInBy(app, email);
  expect(reply.body).toMatchObject({ state: 'second_factor_pending', second_factors: ['passkey'] });
  const { body: options } = await browser.post('/api/session/passkey-options');
  return { browser, options };
}

describe('a passkey', () => {
  it('is registered on the challenge of the session and opens it', async () => {
    const { browser, registered } = await enrolled();
    expect(registered.status).toBe(200);
    expect(registered.body).toMatchObject({ state: 'full', second_factors: ['passkey'] });
    const { body } = await browser.get('/api/me/passkeys');
    expect(body).toMatchObject([{ label: 'Laptop', last_used_at: null }]);
    expect(body[0]).not.toHaveProperty('public_key');
  });

  it('completes signing in, once per challenge', async () => {
    const { email, authenticator } = await enrolled();
    const { browser, options } = await asked(email);
    const response = authenticator.get(options);
    const done = await browser.post('/api/session/second-factor', { kind: 'passkey', response });
    expect(done.status).toBe(200);
    expect(done.body.state).toBe('full');
    const again = await asked(email);
    const replayed = await again.browser.post('/api/session/second-factor', { kind: 'passkey', response });
    expect(replayed.status).toBe(401);
  });

  it('is refused for another challenge, another key, another origin, and the challenge is spent', async () => {
    const { email, authenticator } = await enrolled();
    const stranger = (await enrolled()).authenticator;
    const elsewhere = new Authenticator('https://evil.example');
    for (const wrong of [
      authenticator.get({ challenge: 'AAAA' }),
      stranger.get({ challenge: 'AAAA' }),
      elsewhere.get({ challenge: 'AAAA' }),
    ]) {
      const { browser, options } = await asked(email);
      const refused = await browser.post('/api/session/second-factor', { kind: 'passkey', response: wrong });
      expect(refused.status).toBe(401);
      const late = authenticator.get(options);
      const spent = await browser.post('/api/session/second-factor', { kind: 'passkey', response: late });
      expect(spent.status).toBe(401);
    }
  });

  it('is not kept when its answer does not fit', async () => {
    const reviewer = await app.signIn('reviewer');
    await reviewer.post('/api/me/passkeys/options');
    const response = new Authenticator(app.url).create({ challenge: 'AAAA' });
    const refused = await reviewer.post('/api/me/passkeys/register', { label: 'Phone', response });
    expect(refused.status).toBe(422);
    expect((await reviewer.get('/api/me/passkeys')).body).toEqual([]);
  });

  it('is removed by its owner only, and the last one stays where a factor is required', async () => {
    const { browser } = await enrolled();
    const [key] = (await browser.get('/api/me/passkeys')).body;
    const other = await app.signIn('reviewer');
    expect((await other.post(`/api/me/passkeys/${key.id}/remove`)).status).toBe(404);
    const kept = await browser.post(`/api/me/passkeys/${key.id}/remove`);
    expect(kept.body).toMatchObject({ code: 'blocked', params: { reason: 'last_second_factor' } });
    const { body: options } = await browser.post('/api/me/passkeys/options');
    const second = await browser.post('/api/me/passkeys/register', {
      label: 'Phone',
      response: new Authenticator(app.url).create(options),
    });
    browser.csrf = second.body.csrf;
    expect((await browser.post(`/api/me/passkeys/${key.id}/remove`)).status).toBe(200);
    expect((await browser.get('/api/me/passkeys')).body).toHaveLength(1);
  });
});
