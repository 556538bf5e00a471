import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { Client } from '../../support/client.ts';
import { acceptance, command, dossierOf, hold, setBand } from '../../support/desk.ts';
import { answer, soundForm, startDraft, submitForm } from '../../support/forms.ts';

let app: TestApp;
let reviewer: Client & { personId: string };
beforeAll(async () => {
  app = await startTestApp();
  reviewer = await app.signIn('reviewer');
});
afterAll(() => app.stop());

/** An application whose statement and one sourcing answer were asked for again; the applicant came by the mailed link. */
async function asked(): Promise<{ id: string; applicant: Client }> {
  const id = await submitForm(app.anonymous());
  await app.runJobs();
  await hold(reviewer, id);
  const requests = [
    { item: 'statement', words: 'Say how long you keep an address on the suppression list.' },
    { item: 'sourcing.consent', words: 'Which directories exactly?' },
  ];
  const reply = await command(reviewer, id, 'request-changes', { requests });
  expect([reply.status, reply.body.code]).toEqual([200, undefined]);
  await app.runJobs();
  const token = /#t=([\w-]{43})/.exec(JSON.stringify(app.sent.at(-1)))?.[1];
  const applicant = app.anonymous();
  const opened = await applicant.post('/api/portal/open', { token });
  expect(opened.body).toMatchObject({ purpose: 'changes', application_id: id });
  applicant.csrf = opened.body.csrf;
  return { id, applicant };
}

const resubmit = '/api/portal/application/resubmit';
const longer = `${soundForm().statement} Addresses stay on the suppression list for good.`;

describe('an applicant answers asked changes (M14)', () => {
  it('sees exactly what is asked, in the words of the desk, and until when', async () => {
    const { applicant } = await asked();
    const page = (await applicant.get('/api/portal/application')).body;
    expect(page).toMatchObject({ state: 'changes_requested', waiting_for: 'you', round: 1 });
    expect(page.requests.map((one: { item: string }) => one.item)).toEqual(['statement', 'sourcing.consent']);
    expect(page.requests[1].words).toBe('Which directories exactly?');
    expect(new Date(page.due_at).getTime()).toBeGreaterThan(Date.now() + 20 * 24 * 3600 * 1000);
  });

  it('takes only the asked items, whatever else is sent, reads again and returns to its reviewer', async () => {
    const { id, applicant } = await asked();
    const form = soundForm();
    const document = {
      ...form,
      statement: longer,
      organisation: { ...form.organisation, legal_name: 'Renamed Ltd' },
      case_studies: [],
    };
    const reply = await answer(applicant, document);
    expect([reply.status, reply.body.state]).toEqual([200, 'submitted']);
    await app.runJobs();
    const dossier = await dossierOf(reviewer, id);
    expect(dossier).toMatchObject({ state: 'in_review', revision: 2 });
    expect(dossier.form.statement).toBe(longer);
    expect(dossier.form.organisation.legal_name).toBe('Larkhill Outreach Limited');
    expect(dossier.form.case_studies).toHaveLength(2);
    expect(dossier.previous_form.statement).toBe(form.statement);
    expect(dossier.item).toMatchObject({ state: 'waiting', preferred: { id: reviewer.personId } });
    expect(dossier.claims).toHaveLength(2);
    const scores = await app.services.db('score_view').where({ subject_id: id });
    expect(scores.map((row) => row.revision).sort()).toEqual([1, 2]);
  });

  it('keeps an answer while it is typed, and what is asked stays asked', async () => {
    const { applicant } = await asked();
    const { saves } = (await applicant.get('/api/portal/application')).body;
    const saved = await applicant.post('/api/portal/application/save', {
      document: { statement: 'half' },
      saves,
    });
    expect(saved.status).toBe(200);
    const page = (await applicant.get('/api/portal/application')).body;
    expect(page.document.statement).toBe('half');
    expect(page.state).toBe('changes_requested');
  });

  it('an answer that changes nothing, or empties an item, is sent back by item', async () => {
    const { applicant } = await asked();
    const same = await answer(applicant, soundForm());
    expect(same.status).toBe(422);
    expect(same.body.errors).toEqual([
      { pointer: '/statement', code: 'unchanged' },
      { pointer: '/sourcing/consent', code: 'unchanged' },
    ]);
    const empty = await answer(applicant, { ...soundForm(), statement: '  ' });
    expect(empty.status).toBe(422);
    expect(empty.body.errors).toEqual([{ pointer: '/statement', code: 'missing' }]);
  });

  it('two answers at once: exactly one is taken', async () => {
    const { id, applicant } = await asked();
    const document = { ...soundForm(), statement: longer };
    const { saves } = (await applicant.get('/api/portal/application')).body;
    const replies = await Promise.all([1, 2].map(() => applicant.post(resubmit, { document, saves })));
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409]);
    expect(await app.services.db('application_revisions').where({ application_id: id })).toHaveLength(2);
  });

  it('trust 16: an older tab replaces no newer answer: 412 with the newer one beside it, nothing lost', async () => {
    const { id, applicant } = await asked();
    const { saves } = (await applicant.get('/api/portal/application')).body;
    const newer = { ...soundForm(), statement: `${longer} Said in the newer tab.` };
    await applicant.post('/api/portal/application/save', { document: newer, saves });
    const stale = await applicant.post(resubmit, { document: { ...soundForm(), statement: longer }, saves });
    expect([stale.status, stale.body.code]).toEqual([412, 'stale_version']);
    expect(stale.body.current).toMatchObject({ saves: saves + 1, document: { statement: newer.statement } });
    const unsaid = await applicant.post(resubmit, { document: newer });
    expect([unsaid.status, unsaid.body.errors[0].pointer]).toEqual([422, '/saves']);
    expect(await app.services.db('application_revisions').where({ application_id: id })).toHaveLength(1);
    expect((await answer(applicant, newer)).status).toBe(200);
  });

  it('trust 18: is refused where nothing was asked', async () => {
    const client = app.anonymous();
    await submitForm(client);
    const reply = await answer(client, soundForm());
    expect(reply.status).toBe(409);
    expect(reply.body.params).toMatchObject({ state: 'submitted', possible_in: ['changes_requested'] });
  });
});

describe('an applicant withdraws', () => {
  const withdraw = '/api/portal/application/withdraw';

  it('ends the work on it, tells them so, and keeps the status page', async () => {
    const { id, applicant } = await asked();
    const before = app.sent.length;
    const reply = await applicant.post(withdraw, { reason: 'We go another way.' });
    expect([reply.status, reply.body.state]).toEqual([200, 'withdrawn']);
    await app.runJobs();
    expect(app.sent.length).toBe(before + 1);
    const items = await app.services.db('work_items').where({ subject_id: id });
    expect(items.map((item) => item.state)).toEqual(['cancelled']);
    expect(
      await app.services.db('change_requests').where({ application_id: id, state: 'open' }),
    ).toHaveLength(0);
    const page = (await applicant.get('/api/portal/application')).body;
    expect(page).toMatchObject({ state: 'withdrawn', waiting_for: 'nobody' });
    expect(page.timeline.at(-1).step).toBe('withdrawn');
    expect((await answer(applicant, soundForm())).status).toBe(409);
    const text = await app.services.db('event_texts').where({ field: 'reason', body: 'We go another way.' });
    expect(text).toHaveLength(1);
  });

  it('works for a draft and while the job has not run, and only once', async () => {
    const draft = app.anonymous();
    await startDraft(draft);
    expect((await draft.post(withdraw, {})).body.state).toBe('withdrawn');
    expect((await draft.post(withdraw, {})).status).toBe(409);
    const fresh = app.anonymous();
    const id = await submitForm(fresh);
    await fresh.post(withdraw, {});
    await app.runJobs();
    expect((await app.services.db('applications').where({ id }).first())?.state).toBe('withdrawn');
    expect(await app.services.db('work_items').where({ subject_id: id })).toHaveLength(0);
  });
});

describe('a decision that is not final yet is nobody else’s to know', () => {
  it('the page and every refusal say that it is still being looked at', async () => {
    const applicant = app.anonymous();
    const id = await submitForm(applicant);
    await app.runJobs();
    await hold(reviewer, id);
    await setBand(app, id, 'pass');
    const approved = await command(reviewer, id, 'approve', acceptance);
    expect([approved.status, approved.body.state]).toEqual([200, 'approved']);
    const page = (await applicant.get('/api/portal/application')).body;
    expect(page).toMatchObject({ state: 'in_review', waiting_for: 'us', decision: null });
    const commands = ['submit', 'resubmit', 'save'];
    const bodies: Record<string, unknown> = {
      resubmit: { document: {}, saves: 2 },
      save: { document: {}, saves: 2 },
    };
    for (const one of commands) {
      const reply = await applicant.post(`/api/portal/application/${one}`, bodies[one] ?? {});
      expect([one, reply.status, reply.body.params.state]).toEqual([one, 409, 'in_review']);
      expect(JSON.stringify(reply.body)).not.toContain('approved');
    }
    await app.moveClock({ minutes: 11 });
    await app.runJobs();
    const final = (await applicant.get('/api/portal/application')).body;
    expect(final).toMatchObject({
      state: 'approved',
      decision: { kind: 'approve', letter_subject: acceptance.letter.subject },
    });
  });
});
