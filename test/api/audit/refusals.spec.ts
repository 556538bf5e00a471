import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { startDraft } from '../../support/forms.ts';
import { addPerson, password } from '../../support/people.ts';

let app: TestApp;
let ada: { id: string };
beforeAll(async () => {
  app = await startTestApp();
  ada = await addPerson(app, { email: 'ada@desk.example', name: 'Ada', roles: ['reviewer'] });
});
afterAll(() => app.stop());

const signIn = (email: string, typed: string) =>
  app.anonymous().post('/api/session/sign-in', { email, password: typed });
const noted = (type: string, where: object = {}) => app.services.db('events').where({ type, ...where });
/** Refusals are written beside the answer. */
const settled = (query: () => PromiseLike<unknown[]>, count: number) =>
  expect.poll(async () => (await query()).length, { timeout: 5_000 }).toBe(count);

describe('failed sign-ins in the log (trust 30)', () => {
  const type = 'session.sign_in_failed';

  it('are one event per account and quarter of an hour, and one more when its tries are limited', async () => {
    for (let n = 0; n < 4; n += 1) expect((await signIn('ada@desk.example', `wrong ${n}`)).status).toBe(401);
    await settled(() => noted(type, { subject_id: ada.id }), 1);
    for (let n = 0; n < 8; n += 1) await signIn('ADA@desk.example', `wrong ${n}`);
    await settled(() => noted(type, { subject_id: ada.id }), 2);
    const reasons = (await noted(type, { subject_id: ada.id }).orderBy('recorded_at')).map(
      (event) => event.data,
    );
    expect(reasons).toMatchObject([{ reason: 'not_right' }, { reason: 'too_many_tries' }]);
  });

  it('hold neither what was typed nor where it came from', async () => {
    await signIn('ghost@nowhere.example', 'my secret guess');
    await settled(() => noted(type, { subject_kind: 'visitor' }), 1);
    await signIn('another@nowhere.example', 'my secret guess');
    const everything = JSON.stringify([
      await noted(type),
      await app.services.db('event_texts').select(),
      await app.services.db('rate_windows').whereLike('bucket', 'noted:%'),
    ]);
    for (const secret of ['ghost', 'nowhere', 'secret guess', '127.0.0.1'])
      expect(everything).not.toContain(secret);
    expect(await noted(type, { subject_kind: 'visitor' })).toHaveLength(1);
  });

  it('are not written for a sign-in that succeeds', async () => {
    await addPerson(app, { email: 'right@desk.example', name: 'R', roles: [] });
    const before = (await noted(type)).length;
    expect((await signIn('right@desk.example', password)).status).toBe(200);
    expect(await noted(type)).toHaveLength(before);
  });
});

describe('fields a command does not have, in the log (trust 25)', () => {
  const type = 'request.unknown_fields';

  it('are one event per caller and command: which command and which names, never a value', async () => {
    const reviewer = await app.signIn('reviewer');
    for (let n = 0; n < 3; n += 1) {
      const reply = await reviewer.post('/api/me/preferences', { locale: 'en', role: 'admin', version: 99 });
      expect(reply.status).toBe(422);
    }
    await settled(() => noted(type, { subject_id: reviewer.personId }), 1);
    const [event] = await noted(type, { subject_id: reviewer.personId });
    expect(event).toMatchObject({
      actor_kind: 'person',
      actor_id: reviewer.personId,
      data: { path: '/api/me/preferences', fields: 2 },
    });
    const texts = await app.services.db('event_texts').where({ event_id: event?.id });
    expect(texts).toMatchObject([{ field: 'names', body: '/role /version' }]);
  });

  it('of an applicant stand at their application, of a stranger at a covered network', async () => {
    const browser = app.anonymous();
    const { id } = await startDraft(browser);
    await browser.post('/api/portal/application/withdraw', { state: 'approved' });
    await settled(() => noted(type, { subject_id: id }), 1);
    await app.anonymous().post('/api/portal/applications', { locale: 'en', owner: 'me' });
    await settled(() => noted(type, { subject_kind: 'visitor' }), 1);
  });

  it('an ordinary mistake is none', async () => {
    const before = (await noted(type)).length;
    await app.anonymous().post('/api/portal/applications', { locale: 'xx' });
    expect(await noted(type)).toHaveLength(before);
  });
});

describe('the log as an admin reads it', () => {
  it('shows what happened to people, keys and at the door, and nothing about an applicant', async () => {
    const admin = await app.signIn('admin');
    const { status, body } = await admin.get('/api/log');
    expect(status).toBe(200);
    const kinds = new Set(body.map((event: { subject_kind: string }) => event.subject_kind));
    expect([...kinds].sort()).toEqual(['person', 'visitor']);
    const failed = await admin.get('/api/log?filter={"type":"session.sign_in_failed"}');
    expect(failed.body.length).toBeGreaterThan(1);
    const cases = await admin.get('/api/log?filter={"subject_kind":"application"}');
    expect([cases.body, cases.headers.get('content-range')]).toEqual([[], 'items 0-0/0']);
    expect((await admin.get('/api/log/verification')).status).toBe(403);
  });
});
