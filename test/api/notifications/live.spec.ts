import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { Client } from '../../support/client.ts';
import { addPerson, signedInBy } from '../../support/people.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

/** Listens until the stream ends; what came is kept. */
async function listen(client: Client) {
  const response = await fetch(`${app.url}/api/live`, { headers: { cookie: client.cookie ?? '' } });
  expect(response.status).toBe(200);
  const heard: string[] = [];
  const ended = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) heard.push(decoder.decode(chunk as Uint8Array));
  })().catch(() => undefined);
  // the tailer begins with what happens after its first look
  await new Promise((done) => setTimeout(done, 600));
  return { heard, ended };
}

const within = (promise: Promise<void>, ms: number) =>
  Promise.race([
    promise.then(() => 'ended'),
    new Promise<string>((done) => setTimeout(() => done('still open'), ms)),
  ]);

describe('the live stream of a person', () => {
  it('trust 33: ends soon after signing out, not minutes later', async () => {
    await addPerson(app, { email: 'out@desk.example', name: 'Out', roles: ['reviewer'] });
    const { browser } = await signedInBy(app, 'out@desk.example');
    const { ended } = await listen(browser);
    expect((await browser.post('/api/session/sign-out')).status).toBe(200);
    expect(await within(ended, 5_000)).toBe('ended');
  });

  it('trust 22: ends when the person is disabled, and others on the desk do not hear of it', async () => {
    const { id } = await addPerson(app, { email: 'gone@desk.example', name: 'Gone', roles: ['reviewer'] });
    const { browser } = await signedInBy(app, 'gone@desk.example');
    const admin = await app.signIn('admin');
    const colleague = await listen(await app.signIn('reviewer'));
    const watching = await listen(admin);
    const { ended } = await listen(browser);
    expect((await admin.post(`/api/people/${id}/disable`)).status).toBe(200);
    expect(await within(ended, 5_000)).toBe('ended');
    expect(watching.heard.join('')).toContain('person.disabled');
    expect(colleague.heard.join('')).not.toContain(id);
  });
});
