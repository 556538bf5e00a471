import { afterEach, describe, expect, it } from 'vitest';
import { systemActor } from '../../server/kernel/actor.ts';
import { insertMail } from '../../server/notifications/store.ts';
import { startTestApp, type TestApp } from '../support/app.ts';

describe('kept letters', () => {
  let app: TestApp;
  afterEach(() => app.stop());

  /** A letter with a link that was kept, as there is no SMTP address. */
  async function kept(mode: 'demo' | 'real', setting: boolean): Promise<string> {
    app = await startTestApp({ mode, mail: 'kept' });
    app.services.config.demo = setting;
    const id = await app.services.run({ actor: systemActor('test') }, async (uow) => {
      const mailId = uow.id();
      await insertMail(uow, {
        id: mailId,
        effect_key: `${mailId}:letter`,
        event_id: uow.id(),
        letter_id: null,
        subject_kind: 'application',
        subject_id: uow.id(),
        template: 'received',
        locale: 'en',
        to_address: 'anna@applicant.example',
        to_name: 'Anna Applicant',
        subject: 'We have your application',
        text_body: 'Your page: {{link}}',
        html_body: '<p>{{link}}</p>',
        message_id: `<${mailId}@desk.example>`,
      });
      await uow.enqueue({ name: 'notifications.deliver_mail', data: { mail_id: mailId } });
      return mailId;
    });
    await app.runJobs();
    return id;
  }

  it('of a real installation are opened by nobody of the desk, though the setting was left out (trust 22)', async () => {
    // Unset over the embedded database the setting reads as demo; what the installation is stands in its table.
    const id = await kept('real', true);
    const reviewer = await app.signIn('reviewer');
    expect((await reviewer.get(`/api/mails/${id}`)).body).toMatchObject({ state: 'kept', can_open: false });
    const opened = await reviewer.post(`/api/mails/${id}/open-link`);
    expect([opened.status, opened.body.link]).toEqual([404, undefined]);
  });

  it('of a demo are opened from the desk, as nobody receives them, and that is recorded', async () => {
    const id = await kept('demo', false);
    const reviewer = await app.signIn('reviewer');
    expect((await reviewer.get(`/api/mails/${id}`)).body.can_open).toBe(true);
    const opened = await reviewer.post(`/api/mails/${id}/open-link`);
    expect([opened.status, /#t=[\w-]{43}$/.test(opened.body.link)]).toEqual([200, true]);
    const recorded = await app.services.db('events').where({ subject_id: id, type: 'mail.link_opened' });
    expect(recorded).toHaveLength(1);
  });
});

describe('invitations', () => {
  it('show their link in a real installation only where no mail is sent, whatever the setting says', async () => {
    const app = await startTestApp({ mode: 'real' });
    try {
      app.services.config.demo = true;
      const admin = await app.signIn('admin');
      const invite = (email: string) =>
        admin.post('/api/people/invite', { email, name: 'New Colleague', roles: ['reviewer'] });
      const mailed = await invite('one@desk.example');
      expect([mailed.status, mailed.body.link]).toEqual([201, null]);
      app.services.mailer = null;
      expect((await invite('two@desk.example')).body.link).toMatch(/#/);
    } finally {
      await app.stop();
    }
  });
});
