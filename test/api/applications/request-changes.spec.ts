import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { command, commandOf, dossierOf, hold, inReview } from '../../support/desk.ts';
import { answer, soundForm, submitForm } from '../../support/forms.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const asked = {
  requests: [
    { item: 'statement', words: 'Please say how long you keep records of people who never answer.' },
    { item: 'sourcing.consent', words: 'Which directories do you mean?' },
  ],
};

async function submitted() {
  const applicant = app.anonymous();
  const id = await submitForm(applicant);
  await app.runJobs();
  const reviewer = await app.signIn('reviewer');
  await hold(reviewer, id);
  return { id, applicant, reviewer };
}

describe('a reviewer asks for changes', () => {
  it('per item, pauses the desk and writes to the applicant with a link and the words asked', async () => {
    const { id, reviewer } = await submitted();
    const reply = await command(reviewer, id, 'request-changes', asked);
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({ state: 'changes_requested', round: 1 });
    const shown = await dossierOf(reviewer, id);
    expect(shown.item).toMatchObject({ state: 'snoozed', overdue: false });
    expect(shown.requests.map((one: { item: string; state: string }) => [one.item, one.state])).toEqual([
      ['statement', 'open'],
      ['sourcing.consent', 'open'],
    ]);
    const days = (Date.parse(shown.changes_due_at) - Date.parse(shown.requests[0].requested_at)) / 86_400_000;
    expect(days).toBe(21);
    await app.runJobs();
    const mail = JSON.stringify(app.sent.at(-1));
    expect(mail).toContain('how long you keep records');
    expect(mail).toContain('#t=');
    expect(mail).not.toContain('{{');
  });

  it('reopens exactly those items; the answer returns to its reviewer on the diff of verdicts', async () => {
    const { id, applicant, reviewer } = await submitted();
    await command(reviewer, id, 'request-changes', asked);
    const used = (await dossierOf(reviewer, id)).item.share_used;
    const form = soundForm();
    const document = {
      ...form,
      organisation: { ...form.organisation, legal_name: 'Somebody Else Ltd' },
      sourcing: { ...form.sourcing, consent: 'Dun Directory and Trade Pages; the assessment is on file.' },
    };
    await app.moveClock({ days: 4 });
    const answered = await answer(applicant, document);
    expect(answered.status).toBe(200);
    await app.runJobs();
    const shown = await dossierOf(reviewer, id);
    expect(shown).toMatchObject({ state: 'in_review', revision: 2, legal_name: 'Larkhill Outreach Limited' });
    expect(shown.form.sourcing.consent).toContain('Trade Pages');
    expect(shown.previous_form.sourcing.consent).not.toContain('Trade Pages');
    expect(shown.previous_reading.revision).toBe(1);
    expect(shown.item).toMatchObject({ state: 'waiting', preferred: { id: reviewer.personId } });
    expect(shown.item.share_used).toBeLessThan(used + 0.01);
    const other = await app.signIn('reviewer');
    expect((await dossierOf(other, id)).item).toMatchObject({ eligible: false, why_not: 'kept_for_another' });
    await hold(reviewer, id);
    const request = shown.requests.find((one: { item: string }) => one.item === 'sourcing.consent');
    const accepted = await command(reviewer, id, 'accept-item', { request_id: request.id });
    expect(accepted.status).toBe(200);
    const seen = (await applicant.get('/api/portal/application')).body;
    expect(JSON.stringify(seen.requests)).toContain('accepted');
    expect((await command(reviewer, id, 'accept-item', { request_id: request.id })).status).toBe(404);
  });

  it('M14: keeps the link in a letter whose editor took it out, as answers come by it alone', async () => {
    const { id, reviewer } = await submitted();
    const letter = { subject: 'Two questions', body: 'Dear Imogen,\n\nplease look at these again.' };
    expect((await command(reviewer, id, 'request-changes', { ...asked, letter })).status).toBe(200);
    await app.runJobs();
    expect(app.sent.at(-1)?.text).toMatch(
      /^Dear Imogen,\n\nplease look at these again\.\n\nThis link opens .*\n\nhttp\S+#t=[\w-]{43}\n$/,
    );
  });

  it('refuses a letter, a word and a reason of which nobody sees anything', async () => {
    const { id, reviewer } = await submitted();
    const unseen = '\u200b\u200b \u2060\u3164';
    const blank = await command(reviewer, id, 'request-changes', {
      requests: [{ item: 'statement', words: unseen }],
      letter: { subject: unseen, body: unseen },
    });
    expect([blank.status, blank.body.errors.map((one: { pointer: string }) => one.pointer)]).toEqual([
      422,
      ['/requests/0/words', '/letter/subject', '/letter/body'],
    ]);
    const { item } = await dossierOf(reviewer, id);
    const hold = { ifMatch: item.version };
    const held = await reviewer.post(`/api/work-items/${item.id}/hold`, { reason: unseen }, hold);
    expect(held.body.errors).toEqual([{ pointer: '/reason', code: 'missing' }]);
  });

  it('names items that do not exist, and takes each once', async () => {
    const { id, reviewer } = await submitted();
    const unknown = await command(reviewer, id, 'request-changes', {
      requests: [{ item: 'case_studies.nope', words: 'x' }],
    });
    expect(unknown.status).toBe(422);
    expect(unknown.body.errors[0]).toMatchObject({ pointer: '/requests/0/item', code: 'no_such_item' });
    const [first] = asked.requests;
    const twice = await command(reviewer, id, 'request-changes', { requests: [first, first] });
    expect(twice.status).toBe(422);
    expect((await command(reviewer, id, 'request-changes', { requests: [] })).status).toBe(422);
  });

  it('allows at most two rounds', async () => {
    const { id, applicant, reviewer } = await submitted();
    const form = soundForm();
    for (const round of [1, 2]) {
      const reply = await command(reviewer, id, 'request-changes', asked);
      expect(reply.body.round).toBe(round);
      const document = { ...form, statement: `${form.statement} Round ${round}: one year.` };
      expect((await answer(applicant, document)).status).toBe(200);
      await app.runJobs();
      await hold(reviewer, id);
    }
    const third = await command(reviewer, id, 'request-changes', asked);
    expect(third.body.params.blocked_by).toEqual(['rounds_used']);
    expect(commandOf(await dossierOf(reviewer, id), 'request_changes')?.allowed).toBe(false);
  });

  it('reminds on days five and ten and lapses on day twenty-one, without prejudice', async () => {
    const { id, applicant, reviewer } = await submitted();
    await command(reviewer, id, 'request-changes', asked);
    const run = () => app.runJobs('applications.remind_applicants', 'applications.lapse_applications');
    const templates = () =>
      app.services.db('mails').where({ subject_id: id }).orderBy('created_at').pluck('template');
    await app.moveClock({ days: 4, hours: 23 });
    await run();
    expect(await templates()).toEqual(['received', 'changes_requested']);
    await app.moveClock({ hours: 2 });
    await run();
    await run();
    expect((await templates()).slice(2)).toEqual(['reminder']);
    await app.moveClock({ days: 5 });
    await run();
    expect((await templates()).slice(2)).toEqual(['reminder', 'reminder']);
    const { version } = await dossierOf(reviewer, id);
    await app.moveClock({ days: 11 });
    await run();
    await run();
    expect((await templates()).slice(4)).toEqual(['lapsed']);
    const shown = await dossierOf(reviewer, id);
    expect(shown).toMatchObject({ state: 'lapsed', item: null, version });
    const late = await answer(applicant, soundForm());
    expect(late.status).toBeGreaterThanOrEqual(400);
  });

  it('is for the holder alone', async () => {
    const id = await inReview(app);
    const reviewer = await app.signIn('reviewer');
    expect((await command(reviewer, id, 'request-changes', asked)).body.code).toBe('not_holder');
  });
});
