import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { acceptance, command, dossierOf, hold, setBand } from '../../support/desk.ts';
import { answer, soundForm, startDraft, submitForm } from '../../support/forms.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const expectedOf = async (browser: ReturnType<TestApp['anonymous']>) =>
  (await browser.get('/api/portal/application')).body.expected;

describe('by when the desk has usually decided, on the status page', () => {
  it('is not said of a draft, and is the deadline of the policy while the desk works', async () => {
    const browser = app.anonymous();
    await startDraft(browser);
    expect(await expectedOf(browser)).toBeNull();
    const applicant = app.anonymous();
    const id = await submitForm(applicant);
    const before = await expectedOf(applicant);
    await app.runJobs();
    const { item } = await dossierOf(await app.signIn('reviewer'), id);
    expect(await expectedOf(applicant)).toEqual({ by: item.due_at, late: false });
    expect(Math.abs(Date.parse(before.by) - Date.parse(item.due_at))).toBeLessThan(120_000);
  });

  it('gives no decision away that can still be undone, nor the second look it waits for', async () => {
    const applicant = app.anonymous();
    const id = await submitForm(applicant);
    await app.runJobs();
    const before = await expectedOf(applicant);
    await setBand(app, id, 'reject');
    const reviewer = await app.signIn('reviewer');
    await hold(reviewer, id);
    await command(reviewer, id, 'approve', acceptance);
    expect(await expectedOf(applicant)).toEqual(before);
  });

  it('stands still while we wait for the applicant, and a time gone by is never repeated', async () => {
    const own = await startTestApp();
    try {
      const applicant = own.anonymous();
      const id = await submitForm(applicant);
      await own.runJobs();
      await own.moveClock({ days: 9 });
      expect((await applicant.get('/api/portal/application')).body.expected).toEqual({
        by: null,
        late: true,
      });
      const reviewer = await own.signIn('reviewer');
      await hold(reviewer, id);
      await command(reviewer, id, 'request-changes', {
        requests: [{ item: 'statement', words: 'Say more.' }],
      });
      expect((await applicant.get('/api/portal/application')).body).toMatchObject({
        waiting_for: 'you',
        expected: null,
      });
    } finally {
      await own.stop();
    }
  });

  it('goes on with the time left when the changes come back, and never tells of the time before', async () => {
    const own = await startTestApp();
    try {
      const id = await submitForm(own.anonymous());
      await own.runJobs();
      const reviewer = await own.signIn('reviewer');
      await hold(reviewer, id);
      await command(reviewer, id, 'request-changes', {
        requests: [{ item: 'statement', words: 'Say more.' }],
      });
      await own.runJobs();
      const token = /#t=([\w-]{43})/.exec(JSON.stringify(own.sent.at(-1)))?.[1];
      const applicant = own.anonymous();
      applicant.csrf = (await applicant.post('/api/portal/open', { token })).body.csrf;
      await own.moveClock({ days: 9 });
      const form = soundForm();
      expect((await answer(applicant, { ...form, statement: `${form.statement} More.` })).status).toBe(200);
      expect(await expectedOf(applicant)).toBeNull();
      await own.runJobs();
      const { item } = await dossierOf(await own.signIn('reviewer'), id);
      expect(await expectedOf(applicant)).toEqual({ by: item.due_at, late: false });
    } finally {
      await own.stop();
    }
  });
});
