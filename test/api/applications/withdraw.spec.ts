import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { acceptance, command, conduct, dossierOf, hold, inReview, setBand } from '../../support/desk.ts';
import { soundForm, startDraft, submitForm } from '../../support/forms.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const tokenIn = (text: string | undefined) => /#t=([\w-]{43})/.exec(text ?? '')?.[1];

describe('an applicant withdraws (M2)', () => {
  it('a draft: what was typed is erased at once, and the page says what happened', async () => {
    const browser = app.anonymous();
    const { id } = await startDraft(browser);
    const { responsible_person, statement } = soundForm();
    await browser.post('/api/portal/application/save', {
      document: { responsible_person, statement },
      saves: 1,
    });
    const reply = await browser.post('/api/portal/application/withdraw', {});
    expect(reply.body.state).toBe('withdrawn');
    const { body } = await browser.get('/api/portal/application');
    expect(body).toMatchObject({
      state: 'withdrawn',
      waiting_for: 'nobody',
      document: {},
      expected: null,
      files: [],
    });
    expect(body.timeline.at(-1).step).toBe('withdrawn');
    const draft = await app.services.db('application_drafts').where({ application_id: id }).first();
    expect(draft?.erased_at).not.toBeNull();
    await app.runJobs();
    expect(app.sent.at(-1)).toMatchObject({
      to: { address: responsible_person.email },
      subject: expect.stringMatching(/^Your draft APP-.* is erased$/),
    });
    expect(app.sent.at(-1)?.text).not.toContain('{{');
  });

  it('a draft without an address, with nobody to write to', async () => {
    const browser = app.anonymous();
    await startDraft(browser, 'de');
    const before = app.sent.length;
    expect((await browser.post('/api/portal/application/withdraw', {})).status).toBe(200);
    await app.runJobs();
    expect(app.sent.length).toBe(before);
  });

  it('an application that waits for answers: the item closes and nothing more is asked', async () => {
    const responsible_person = { ...soundForm().responsible_person, email: 'waiting@firm.example' };
    const id = await inReview(app, { responsible_person });
    const reviewer = await app.signIn('reviewer');
    await hold(reviewer, id);
    await command(reviewer, id, 'request-changes', { requests: [{ item: 'statement', words: 'Say more.' }] });
    await app.runJobs();
    const asked = app.sent.findLast((mail) => mail.to.address === 'waiting@firm.example');
    const browser = app.anonymous();
    const opened = await browser.post('/api/portal/open', { token: tokenIn(asked?.text) });
    browser.csrf = opened.body.csrf;
    const reason = 'We found another marketplace.';
    expect((await browser.post('/api/portal/application/withdraw', { reason })).body.state).toBe('withdrawn');
    expect((await browser.get('/api/portal/application')).body).toMatchObject({
      state: 'withdrawn',
      due_at: null,
      requests: [{ state: 'lapsed' }],
    });
    const after = await dossierOf(reviewer, id);
    expect(after).toMatchObject({ state: 'withdrawn', item: null });
    expect(after.form.statement).toBe(soundForm().statement);
  });

  it('trust 18: not twice, and not after it was decided', async () => {
    const browser = app.anonymous();
    await submitForm(browser);
    expect((await browser.post('/api/portal/application/withdraw', {})).status).toBe(200);
    const again = await browser.post('/api/portal/application/withdraw', {});
    expect([again.status, again.body.code, again.body.params.state]).toEqual([
      409,
      'wrong_state',
      'withdrawn',
    ]);
  });

  it.each([
    ['approve', acceptance, 'pass'],
    ['reject', conduct, 'reject'],
  ] as const)(
    'while a decision to %s can still be undone: their page says it is being reviewed, so it is undone, unsent',
    async (verb, body, band) => {
      const browser = app.anonymous();
      const id = await submitForm(browser);
      await app.runJobs();
      await setBand(app, id, band);
      const reviewer = await app.signIn('reviewer');
      await hold(reviewer, id);
      expect((await command(reviewer, id, verb, body)).body.decision.state).toBe('scheduled');
      expect((await browser.get('/api/portal/application')).body.state).toBe('in_review');

      const reply = await browser.post('/api/portal/application/withdraw', { reason: 'We go another way.' });
      expect([reply.status, reply.body.state]).toEqual([200, 'withdrawn']);
      expect(JSON.stringify(reply.body)).not.toMatch(/approved|rejected/);
      await app.moveClock({ minutes: 20 });
      await app.runJobs('applications.finalise_due');

      const page = (await browser.get('/api/portal/application')).body;
      expect(page).toMatchObject({ state: 'withdrawn', waiting_for: 'nobody', decision: null });
      expect(JSON.stringify(page.timeline)).not.toMatch(/approved|rejected/);
      const seen = await dossierOf(reviewer, id);
      expect(seen).toMatchObject({ state: 'withdrawn', item: null, specialist_id: null });
      const undone = await app.services
        .db('events')
        .where({ subject_id: id, type: 'application.decision_undone' })
        .first();
      expect(undone?.data).toMatchObject({ kind: verb, to: 'in_review' });
      const mails = await app.services.db('mails').where({ subject_id: id }).pluck('template');
      expect(mails.sort()).toEqual(['received', 'withdrawn']);
    },
  );

  it('no more once the decision is final', async () => {
    const browser = app.anonymous();
    const id = await submitForm(browser);
    await app.runJobs();
    await setBand(app, id, 'pass');
    const reviewer = await app.signIn('reviewer');
    await hold(reviewer, id);
    await command(reviewer, id, 'approve', acceptance);
    await command(reviewer, id, 'send-now');
    const late = await browser.post('/api/portal/application/withdraw', {});
    expect([late.status, late.body.params.state]).toEqual([409, 'approved']);
  });
});
