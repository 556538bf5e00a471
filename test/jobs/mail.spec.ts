import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemActor } from '../../server/kernel/actor.ts';
import { jobs as mailJobs } from '../../server/notifications/jobs.ts';
import { insertMail } from '../../server/notifications/store.ts';
import { openMailer } from '../../server/platform/mailer.ts';
import type { Uow } from '../../server/platform/uow.ts';
import { startTestApp, type TestApp } from '../support/app.ts';

const deliver = mailJobs.find(({ name }) => name === 'notifications.deliver_mail');

interface Mailbox {
  port: number;
  messages: string[];
  /** What the server answers from now on; null accepts. */
  refuse: { code: number; message: string } | null;
  close(): Promise<void>;
}

async function openMailbox(): Promise<Mailbox> {
  const box: Mailbox = { port: 0, messages: [], refuse: null, close: async () => undefined };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_address, _session, done) {
      if (box.refuse)
        return done(Object.assign(new Error(box.refuse.message), { responseCode: box.refuse.code }));
      done();
    },
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        box.messages.push(Buffer.concat(parts).toString('utf8'));
        done();
      });
    },
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  box.port = (server.server.address() as { port: number }).port;
  box.close = () => new Promise((closed) => server.close(() => closed()));
  return box;
}

describe('letters by mail', () => {
  let app: TestApp;
  let box: Mailbox;

  beforeEach(async () => {
    app = await startTestApp();
    box = await openMailbox();
    app.services.mailer = openMailer(`smtp://127.0.0.1:${box.port}`, 'Assay <desk@assay.example>');
  });
  afterEach(async () => {
    await app.stop();
    await box.close();
  });

  const asSystem = <T>(work: (uow: Uow) => Promise<T>) =>
    app.services.run({ actor: systemActor('test') }, work);

  const mailOf = (more: Partial<Parameters<typeof insertMail>[1]> = {}) =>
    asSystem(async (uow) => {
      const id = uow.id();
      await insertMail(uow, {
        id,
        effect_key: `${id}:letter`,
        event_id: uow.id(),
        letter_id: null,
        subject_kind: 'application',
        subject_id: uow.id(),
        template: 'received',
        locale: 'en',
        to_address: 'anna@applicant.example',
        to_name: 'Anna Applicant',
        subject: 'We have your application – 100 % <b>complete</b>',
        text_body: 'Dear Anna,\n\nwe have it.\n\nYour page: {{link}}',
        html_body: '<p>Dear Anna</p><p>{{link}}</p>',
        message_id: `<${id}@desk.example>`,
        ...more,
      });
      await uow.enqueue({ name: 'notifications.deliver_mail', data: { mail_id: id } });
      return id;
    });
  const stateOf = async (id: string) => app.services.db('mails').where({ id }).first();

  it('go out in text and HTML with a link made for this sending', async () => {
    const id = await mailOf();
    await app.runJobs();
    const mail = await PostalMime.parse(box.messages[0] ?? '');
    expect(mail.subject).toBe('We have your application – 100 % <b>complete</b>');
    expect(mail.to?.[0]?.address).toBe('anna@applicant.example');
    expect(mail.text).toMatch(/Your page: http:\/\/127\.0\.0\.1:\d+\/portal\/application#t=[\w-]{43}/);
    expect(mail.html).toContain('#t=');
    expect(await stateOf(id)).toMatchObject({ state: 'sent', attempts: 1 });
    expect(JSON.stringify(await stateOf(id))).not.toContain('#t=');
  });

  it('trust 45: a worker that dies after SMTP accepted sends one more at most, with the same Message-ID, and it is recorded', async () => {
    const id = await mailOf();
    const died = deliver?.handle({
      services: app.services,
      data: { mail_id: id },
      jobId: 'first',
      attempt: 0,
      finish: () => Promise.reject(new Error('the worker was killed here')),
    });
    await expect(died).rejects.toThrow('killed');
    expect(await stateOf(id)).toMatchObject({ state: 'queued', attempts: 1 });
    await app.runJobs();
    await app.runJobs();
    expect(box.messages).toHaveLength(2);
    const ids = await Promise.all(box.messages.map(async (raw) => (await PostalMime.parse(raw)).messageId));
    expect(new Set(ids)).toEqual(new Set([`<${id}@desk.example>`]));
    expect(await stateOf(id)).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('are sent once however often the job runs', async () => {
    const id = await mailOf();
    await app.runJobs();
    await asSystem((uow) => uow.enqueue({ name: 'notifications.deliver_mail', data: { mail_id: id } }));
    await app.runJobs();
    expect(box.messages).toHaveLength(1);
  });

  it('that the server refuses for good are not tried again, and the refusal is shown and recorded', async () => {
    box.refuse = { code: 550, message: 'no such mailbox' };
    const id = await mailOf();
    await app.runJobs();
    const mail = await stateOf(id);
    expect(mail).toMatchObject({ state: 'refused', attempts: 1 });
    expect(String(mail?.last_error)).toMatch(/no such mailbox/);
    const officer = await app.signIn('compliance_officer');
    const log = await officer.get(
      `/api/log?filter=${encodeURIComponent(JSON.stringify({ subject_id: id }))}`,
    );
    expect(log.body[0]).toMatchObject({ type: 'mail.refused' });
  });

  it('wait and try again while the server is busy', async () => {
    box.refuse = { code: 451, message: 'try later' };
    const id = await mailOf();
    await expect(app.runJobs()).rejects.toThrow();
    expect(await stateOf(id)).toMatchObject({ state: 'queued', attempts: 1 });
    box.refuse = null;
    await asSystem((uow) => uow.enqueue({ name: 'notifications.deliver_mail', data: { mail_id: id } }));
    await app.runJobs();
    expect(await stateOf(id)).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('are kept and read on the desk where there is no SMTP address', async () => {
    app.services.mailer = null;
    const id = await mailOf();
    await app.runJobs();
    expect(await stateOf(id)).toMatchObject({ state: 'kept' });
    const reviewer = await app.signIn('reviewer');
    const shown = await reviewer.get(`/api/mails/${id}`);
    expect(shown.body).toMatchObject({ state: 'kept', to_address: 'anna@applicant.example' });
    expect((await reviewer.post(`/api/mails/${id}/open-link`)).status).toBe(404);
  });

  it.each([
    ['address', { to_address: 'anna@applicant.example\r\nBcc: all@victim.example' }],
    ['subject', { subject: 'Hello\r\nBcc: all@victim.example' }],
    ['name', { to_name: 'Anna\nX-Evil: 1' }],
  ])('trust 43: with a line break in the %s never leave', async (_, more) => {
    const id = await mailOf(more);
    await app.runJobs();
    expect(box.messages).toHaveLength(0);
    expect(await stateOf(id)).toMatchObject({ state: 'refused' });
  });

  it('can be sent again as a mail of its own, by If-Match', async () => {
    const id = await mailOf();
    await app.runJobs();
    const reviewer = await app.signIn('reviewer');
    expect((await reviewer.post(`/api/mails/${id}/resend`)).status).toBe(428);
    const again = await reviewer.post(`/api/mails/${id}/resend`, {}, { ifMatch: 1 });
    expect(again.status).toBe(200);
    expect((await reviewer.post(`/api/mails/${id}/resend`, {}, { ifMatch: 1 })).status).toBe(412);
    await app.runJobs();
    expect(box.messages).toHaveLength(2);
  });
});
