import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { signInBy } from '../../support/people.ts';

const chosen = 'seven purple walruses';
let app: TestApp;
let kept: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  kept = await startTestApp({ mail: 'kept', mode: 'demo' });
});
afterAll(async () => {
  await app.stop();
  await kept.stop();
});

const tokenIn = (text: string | undefined) => /invitation\?t=([\w-]{43})/.exec(text ?? '')?.[1] ?? '';
const accept = (of: TestApp, token: string) =>
  of.anonymous().post('/api/invitations/accept', { token, password: chosen });
const invite = async (of: TestApp, email: string, locale = 'en') => {
  const admin = await of.signIn('admin');
  return { admin, reply: await admin.post('/api/people/invite', { email, name: 'Nele Brook', locale }) };
};

describe('an invitation', () => {
  it('is mailed to the person in their language, with a link only they receive', async () => {
    const { reply } = await invite(app, 'nele@desk.example', 'de');
    expect(reply.status).toBe(201);
    expect(reply.body.link).toBeNull();
    await app.runJobs();
    const mail = app.sent.find((one) => one.to.address === 'nele@desk.example');
    expect(mail).toMatchObject({
      to: { name: 'Nele Brook' },
      subject: 'Ihr Zugang zum Assay-Prüftisch',
    });
    const token = tokenIn(mail?.text);
    expect(tokenIn(mail?.html)).toBe(token);
    const everything = JSON.stringify([
      await app.services.db('mails').select(),
      await app.services.db('person_letters').select(),
      await app.services.db('invitations').select(),
      await app.services.db('events').select(),
    ]);
    expect(everything).not.toContain(token);
    expect((await accept(app, token)).status).toBe(200);
    expect((await signInBy(app, 'nele@desk.example', chosen)).reply.body.state).toBe('full');
    expect((await accept(app, token)).body.code).toBe('link_used');
  });

  it('sent again ends the one before; for somebody who lost their password it says so', async () => {
    const { admin, reply } = await invite(app, 'again@desk.example');
    await app.runJobs();
    const first = tokenIn(app.sent.findLast((one) => one.to.address === 'again@desk.example')?.text);
    await admin.post(`/api/people/${reply.body.id}/invite-again`);
    await app.runJobs();
    const second = tokenIn(app.sent.findLast((one) => one.to.address === 'again@desk.example')?.text);
    expect((await accept(app, first)).body.code).toBe('link_expired');
    expect((await accept(app, second)).status).toBe(200);
    await admin.post(`/api/people/${reply.body.id}/invite-again`);
    await app.runJobs();
    expect(app.sent.at(-1)?.subject).toBe('Choose a new password for the Assay desk');
  });

  it('is shown to the admin once where no mail leaves; the link of the kept mail works beside it', async () => {
    const { admin, reply } = await invite(kept, 'kept@desk.example');
    const shown = tokenIn(reply.body.link);
    await kept.runJobs();
    const [mail] = (await admin.get(`/api/mails?filter={"subject_id":"${reply.body.id}"}`)).body;
    expect(mail).toMatchObject({ template: 'invitation', state: 'kept', case_number: null });
    const opened = await admin.post(`/api/mails/${mail.id}/open-link`);
    const other = tokenIn(opened.body.link);
    expect(other).not.toBe(shown);
    expect((await accept(kept, other)).status).toBe(200);
    expect((await accept(kept, shown)).body.code).toBe('link_expired');
  });
});

describe('letters to people of the desk under Mail', () => {
  it('are neither shown, counted, opened nor sent again by whoever does not manage people (trust 23)', async () => {
    const { admin, reply } = await invite(kept, 'hidden@desk.example');
    await kept.runJobs();
    const path = `/api/mails?filter={"subject_id":"${reply.body.id}"}`;
    const [mail] = (await admin.get(path)).body;
    for (const role of ['reviewer', 'lead', 'compliance_officer'] as const) {
      const one = await kept.signIn(role);
      const list = await one.get(path);
      expect([list.body, list.headers.get('content-range')]).toEqual([[], 'items 0-0/0']);
      expect((await one.get(`/api/mails/${mail.id}`)).status).toBe(404);
      expect((await one.post(`/api/mails/${mail.id}/open-link`)).status).toBe(404);
      expect((await one.post(`/api/mails/${mail.id}/resend`, {}, { ifMatch: 1 })).status).toBe(404);
    }
    const auditor = await kept.signIn('auditor');
    const read = (await auditor.get(`/api/mails/${mail.id}`)).body;
    expect(read.text_body).toContain('{{link}}');
    expect((await auditor.post(`/api/mails/${mail.id}/open-link`)).status).toBe(403);
  });

  it('are all an admin sees there: mails to applicants are not their business', async () => {
    const admin = await kept.signIn('admin');
    const { body } = await admin.get('/api/mails');
    expect(body.length).toBeGreaterThan(0);
    expect(body.every((one: { subject_kind: string }) => one.subject_kind === 'person')).toBe(true);
  });
});

describe('second factors taken away for a lost device', () => {
  it('are told to the person by mail, without any secret', async () => {
    const [admin, officer] = [await app.signIn('admin'), await app.signIn('compliance_officer')];
    const reply = await admin.post(`/api/people/${officer.personId}/reset-second-factors`);
    expect(reply.status).toBe(200);
    await app.runJobs();
    const mail = app.sent.at(-1);
    expect(mail?.subject).toBe('Your second factor at the Assay desk was removed');
    expect(mail?.text).toContain(app.services.config.publicUrl);
    expect(mail?.text).not.toMatch(/t=|\{\{/);
  });
});
