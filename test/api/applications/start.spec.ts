import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { startDraft } from '../../support/forms.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

describe('an applicant begins', () => {
  it('gets an empty draft with a case number, a return link and a session for it (M2)', async () => {
    const client = app.anonymous();
    const reply = await client.post('/api/portal/applications', { locale: 'de' });
    expect(reply.status).toBe(201);
    expect(reply.body.link).toMatch(/^\/portal\/application#t=[\w-]{43}$/);
    expect(reply.body.application).toMatchObject({
      state: 'draft',
      locale: 'de',
      waiting_for: 'you',
      saves: 1,
    });
    expect(reply.body.application.case_number).toMatch(/^APP-20\d\d-\d{6}$/);
    expect(reply.body.application.missing.length).toBeGreaterThan(20);
    const session = await client.get('/api/portal/session');
    expect(session.body).toMatchObject({ state: 'open', purpose: 'draft', locale: 'de' });
    expect(session.body.csrf).toBe(reply.body.csrf);
  });

  it('returns by the link in another browser, as often as wanted', async () => {
    const { id, token } = await startDraft(app.anonymous());
    for (let visit = 0; visit < 2; visit += 1) {
      const other = app.anonymous();
      const opened = await other.post('/api/portal/open', { token });
      expect(opened.body).toMatchObject({ state: 'open', application_id: id, purpose: 'draft' });
      expect((await other.get('/api/portal/application')).body.id).toBe(id);
    }
  });

  it('an altered or unknown link opens nothing and says what to do', async () => {
    const { token } = await startDraft(app.anonymous());
    const altered = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    const reply = await app.anonymous().post('/api/portal/open', { token: altered });
    expect(reply.status).toBe(404);
    expect(reply.body.code).toBe('link_invalid');
  });

  it('a link is dead after 90 days', async () => {
    const own = await startTestApp();
    try {
      const { token } = await startDraft(own.anonymous());
      await own.moveClock({ days: 91 });
      const reply = await own.anonymous().post('/api/portal/open', { token });
      expect(reply.status).toBe(410);
      expect(reply.body.code).toBe('link_expired');
    } finally {
      await own.stop();
    }
  });

  it('trust 25: refuses fields it does not know, saving nothing', async () => {
    const before = await app.services.db('applications').count('* as n').first();
    const reply = await app
      .anonymous()
      .post('/api/portal/applications', { locale: 'en', state: 'approved', version: 9 });
    expect(reply.status).toBe(422);
    expect(reply.body.errors.map((one: { pointer: string }) => one.pointer).sort()).toEqual([
      '/state',
      '/version',
    ]);
    expect(await app.services.db('applications').count('* as n').first()).toEqual(before);
  });

  it('mails a link back to the draft to the address given', async () => {
    const client = app.anonymous();
    await startDraft(client);
    const before = app.sent.length;
    expect((await client.post('/api/portal/send-link', { email: 'Back@later.example' })).status).toBe(200);
    await app.runJobs();
    expect(app.sent.length).toBe(before + 1);
    const text = JSON.stringify(app.sent.at(-1));
    expect(text).toContain('Back@later.example');
    const token = /#t=([\w-]{43})/.exec(text)?.[1];
    expect((await app.anonymous().post('/api/portal/open', { token })).body).toMatchObject({
      purpose: 'draft',
    });
  });

  it('trust 43: an address with a line break is refused', async () => {
    const client = app.anonymous();
    await startDraft(client);
    const reply = await client.post('/api/portal/send-link', { email: 'a@b.example\r\nBcc: c@d.example' });
    expect(reply.status).toBe(422);
    expect(reply.body.errors[0].pointer).toBe('/email');
  });

  it('trust 35: a write without the session token of the page is refused', async () => {
    const client = app.anonymous();
    await startDraft(client);
    client.csrf = undefined;
    const reply = await client.post('/api/portal/application/locale', { locale: 'de' });
    expect(reply.status).toBe(403);
    expect(reply.body.code).toBe('cross_site');
  });

  it('switches the language of the portal and of later letters', async () => {
    const client = app.anonymous();
    await startDraft(client);
    expect((await client.post('/api/portal/application/locale', { locale: 'de' })).body).toEqual({
      locale: 'de',
    });
    expect((await client.get('/api/portal/application')).body.locale).toBe('de');
  });

  it('offers the vocabularies of the form to everybody', async () => {
    const reply = await app.anonymous().get('/api/taxonomy');
    expect(reply.status).toBe(200);
    expect(reply.body.channels).toHaveLength(7);
    expect(reply.body.verticals).toContain('other');
    expect(reply.body.countries).toHaveLength(249);
  });
});
