import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { acceptance, command, dossierOf, hold, inReview, setBand } from '../../support/desk.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

async function approved() {
  const id = await inReview(app);
  await setBand(app, id, 'pass');
  const reviewer = await app.signIn('reviewer');
  const before = await hold(reviewer, id);
  await command(reviewer, id, 'approve', acceptance);
  return { id, reviewer, before };
}
const letters = (id: string) =>
  app.services.db('mails').where({ subject_id: id, template: 'approved' }).pluck('state');

describe('undoing a decision', () => {
  it('gives back the state and the work item with its old deadline to its holder, and sends nothing', async () => {
    const { id, reviewer, before } = await approved();
    const undone = await command(reviewer, id, 'undo', { reason: 'Read the wrong dossier.' });
    expect(undone.status).toBe(200);
    expect(undone.body).toMatchObject({ state: 'in_review', decision: { state: 'undone' } });
    const after = await dossierOf(reviewer, id);
    expect(after.item).toMatchObject({
      id: before.item.id,
      state: 'claimed',
      holder: { id: reviewer.personId },
      due_at: before.item.due_at,
    });
    await app.moveClock({ minutes: 20 });
    await app.runJobs('applications.finalise_due');
    expect(await letters(id)).toEqual([]);
    expect((await dossierOf(reviewer, id)).specialist_id).toBeNull();
    expect((await command(reviewer, id, 'approve', acceptance)).status).toBe(200);
  });

  it('is over when the decision is final: 409, nothing changed', async () => {
    const { id, reviewer } = await approved();
    await app.moveClock({ minutes: 11 });
    const late = await command(reviewer, id, 'undo', {});
    expect([late.status, late.body.params.blocked_by]).toEqual([409, ['final']]);
    await app.runJobs('applications.finalise_due');
    const final = await command(reviewer, id, 'undo', {});
    expect([final.status, final.body.params.blocked_by]).toEqual([409, ['final']]);
    expect((await dossierOf(reviewer, id)).state).toBe('approved');
  });

  it('is for who decided, or a lead', async () => {
    const { id } = await approved();
    const other = await app.signIn('reviewer');
    expect((await command(other, id, 'undo', {})).body.params.blocked_by).toEqual(['not_yours']);
    const lead = await app.signIn('lead');
    expect((await command(lead, id, 'undo', {})).status).toBe(200);
  });

  it('against sending at once: exactly one of the two happens', async () => {
    const { id, reviewer } = await approved();
    const { version } = await dossierOf(reviewer, id);
    const replies = await Promise.all([
      reviewer.post(`/api/applications/${id}/undo`, {}, { ifMatch: version }),
      reviewer.post(`/api/applications/${id}/send-now`, {}, { ifMatch: version }),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
    await app.runJobs();
    const undone = replies[0]?.status === 200;
    expect(await letters(id)).toEqual(undone ? [] : ['sent']);
  });
});

describe('sending at once', () => {
  it('makes the decision final: the specialist exists and the letter leaves, once', async () => {
    const { id, reviewer } = await approved();
    const sent = await command(reviewer, id, 'send-now');
    expect(sent.body).toMatchObject({ state: 'approved', decision: { state: 'final' } });
    expect((await dossierOf(reviewer, id)).specialist_id).not.toBeNull();
    await app.runJobs('applications.finalise_due');
    expect(await letters(id)).toEqual(['sent']);
    const again = await command(reviewer, id, 'send-now');
    expect([again.status, again.body.code]).toEqual([409, 'blocked']);
    expect(
      await app.services.db('specialists').where({ application_id: id }).count('* as n').first(),
    ).toEqual({
      n: 1,
    });
  });

  it('needs the version decided on, and refuses members it does not know', async () => {
    const { id, reviewer } = await approved();
    expect((await reviewer.post(`/api/applications/${id}/send-now`)).status).toBe(428);
    expect((await command(reviewer, id, 'send-now', { final: true })).status).toBe(422);
  });
});
