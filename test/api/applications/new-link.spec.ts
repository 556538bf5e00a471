import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendNewLinks } from '../../../server/applications/service/new-link.ts';
import { systemActor } from '../../../server/kernel/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { command, hold, inReview } from '../../support/desk.ts';
import { soundForm, startDraft, submitForm } from '../../support/forms.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

let people = 0;
const somebody = () => {
  people += 1;
  const email = `applicant${people}@firm.example`;
  const { responsible_person } = soundForm();
  return { email, responsible_person: { ...responsible_person, email } };
};
const ask = (email: string) => app.anonymous().post('/api/portal/new-link', { email });
const open = (token: string | undefined) => app.anonymous().post('/api/portal/open', { token });
const tokenIn = (text: string | undefined) => /#t=([\w-]{43})/.exec(text ?? '')?.[1];
const mailsTo = (email: string) =>
  app.sent.filter((mail) => mail.to.address === email && mail.subject.includes('ink'));

describe('an applicant whose link is lost or expired', () => {
  it('gets a fresh one at the address on file; once it is opened, every older link is dead (M2)', async () => {
    const { email, responsible_person } = somebody();
    const browser = app.anonymous();
    const id = await submitForm(browser, soundForm({ responsible_person }));
    await app.runJobs();
    const old = tokenIn(app.sent.find((mail) => mail.to.address === email)?.text);
    expect((await ask(email.toUpperCase())).status).toBe(202);
    await app.runJobs();
    const [mail] = mailsTo(email);
    expect(mail?.subject).toMatch(/^A new link to your application APP-/);
    expect((await open(old)).status).toBe(200);
    const fresh = await open(tokenIn(mail?.text));
    expect(fresh.body).toMatchObject({ state: 'open', purpose: 'status', application_id: id });
    expect((await open(old)).body.code).toBe('link_invalid');
    expect((await browser.get('/api/portal/application')).status).toBe(401);
    expect((await open(tokenIn(mail?.text))).status).toBe(200);
  });

  it('keeps links that were made after the new one, also when the new one is opened again', async () => {
    const { email, responsible_person } = somebody();
    const id = await inReview(app, { responsible_person });
    await ask(email);
    await app.runJobs();
    const fresh = tokenIn(mailsTo(email)[0]?.text);
    const reviewer = await app.signIn('reviewer');
    await hold(reviewer, id);
    await command(reviewer, id, 'request-changes', { requests: [{ item: 'statement', words: 'Say more.' }] });
    await app.runJobs();
    const asked = app.sent.filter((mail) => mail.to.address === email).at(-1);
    await open(fresh);
    expect((await open(tokenIn(asked?.text))).body).toMatchObject({ purpose: 'changes' });
  });

  it('comes back to a draft as to what waits for answers: with a link that can write', async () => {
    const { email, responsible_person } = somebody();
    const browser = app.anonymous();
    const { id } = await startDraft(browser, 'de');
    await browser.post('/api/portal/application/save', { document: { responsible_person }, saves: 1 });
    await ask(email);
    await app.runJobs();
    const [mail] = mailsTo(email);
    expect(mail?.subject).toMatch(/^Ein neuer Link zu Ihrer Bewerbung APP-/);
    expect((await open(tokenIn(mail?.text))).body).toMatchObject({ purpose: 'draft', application_id: id });
  });

  it('finds a draft that has no address yet by the one its link was sent to', async () => {
    const { email } = somebody();
    const browser = app.anonymous();
    await startDraft(browser);
    await browser.post('/api/portal/send-link', { email });
    await app.runJobs();
    await ask(email);
    await app.runJobs();
    expect(mailsTo(email)[0]?.subject).toMatch(/^A new link/);
  });

  it('hears nothing more at an address that is no longer the one on file', async () => {
    const [before, after] = [somebody(), somebody()];
    const browser = app.anonymous();
    await startDraft(browser);
    const save = (person: object, saves: number) =>
      browser.post('/api/portal/application/save', { document: { responsible_person: person }, saves });
    await save(before.responsible_person, 1);
    await save(after.responsible_person, 2);
    await ask(before.email);
    await app.runJobs();
    expect(mailsTo(before.email)).toEqual([]);
  });
});

describe('asking for a link', () => {
  it('trust 29: is answered alike, by the same work, whoever the address belongs to', async () => {
    const { email, responsible_person } = somebody();
    await submitForm(app.anonymous(), soundForm({ responsible_person }));
    await app.runJobs();
    const waiting = () => app.services.db('link_requests').whereNull('done_at');
    const [known, unknown] = [await ask(email), await ask('nobody@nowhere.example')];
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
    expect(await waiting()).toHaveLength(2);
    const sent = app.sent.length;
    await app.runJobs();
    expect(app.sent.length).toBe(sent + 1);
    expect(await waiting()).toEqual([]);
    const rows = JSON.stringify(await app.services.db('link_requests').select());
    expect(rows).not.toContain('nowhere.example');
  });

  it('mails one address three times an hour at most, and says nothing else the fourth time', async () => {
    const { email, responsible_person } = somebody();
    await submitForm(app.anonymous(), soundForm({ responsible_person }));
    for (let n = 0; n < 4; n += 1) expect((await ask(email)).status).toBe(202);
    await app.runJobs();
    expect(mailsTo(email)).toHaveLength(3);
  });

  it('happens once where the job runs twice', async () => {
    const { email, responsible_person } = somebody();
    await submitForm(app.anonymous(), soundForm({ responsible_person }));
    await ask(email);
    const row = await app.services.db('link_requests').where({ email }).first();
    const run = () =>
      app.services.run({ actor: systemActor('test') }, (uow) => sendNewLinks(uow, String(row?.id)));
    expect([await run(), await run()]).toEqual([1, 0]);
  });

  it('trust 43, trust 25: refuses what is no address and fields it does not know', async () => {
    expect((await ask('a@b.example\r\nBcc: c@d.example')).body.errors[0].pointer).toBe('/email');
    const more = await app.anonymous().post('/api/portal/new-link', { email: 'a@b.example', id: 'x' });
    expect(more.body.errors).toEqual([{ pointer: '/id', code: 'unknown_field' }]);
  });

  it('trust 30: is counted by network in the database', async () => {
    const own = await startTestApp();
    try {
      const tries = [];
      for (let n = 0; n < 21; n += 1)
        tries.push(await own.anonymous().post('/api/portal/new-link', { email: `x${n}@y.example` }));
      expect(tries.slice(0, 20).every(({ status }) => status === 202)).toBe(true);
      expect(tries[20]?.body.code).toBe('too_many_requests');
    } finally {
      await own.stop();
    }
  });
});

describe('a browser that already has an application open', () => {
  it('opens another link with the token of its session, and is then at that application', async () => {
    const browser = app.anonymous();
    await startDraft(browser);
    const other = await startDraft(app.anonymous());
    const { body } = await browser.get('/api/portal/session');
    browser.csrf = body.csrf;
    const opened = await browser.post('/api/portal/open', { token: other.token });
    expect(opened.body).toMatchObject({ state: 'open', application_id: other.id });
    expect((await browser.get('/api/portal/application')).body.id).toBe(other.id);
  });
});
