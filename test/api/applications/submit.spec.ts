import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { soundForm, startDraft, submitForm } from '../../support/forms.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

describe('an applicant hands in the application', () => {
  it('is read, judged and brought before the desk by the job that follows (M18, M37)', async () => {
    const client = app.anonymous();
    const id = await submitForm(client);
    expect((await client.get('/api/portal/application')).body.state).toBe('submitted');
    await app.runJobs();
    const row = await app.services.db('applications').where({ id }).first();
    expect(row).toMatchObject({
      state: 'in_review',
      revision: 1,
      version: 2,
      legal_name: 'Larkhill Outreach Limited',
    });
    expect(row?.score_id).not.toBeNull();
    expect(['plausible', 'ask', 'no_norm', 'second_reviewer']).toContain(row?.worst_claim);
    const items = await app.services.db('work_items').where({ subject_id: id });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ state: 'waiting', kind: 'application', channel: 'cold_email_outbound' });
    const shown = (await client.get('/api/portal/application')).body;
    expect(shown).toMatchObject({ state: 'in_review', waiting_for: 'us', missing: [] });
    expect(shown.timeline.map((one: { step: string }) => one.step)).toEqual(['started', 'submitted']);
    expect(JSON.stringify(shown)).not.toMatch(/"score"|"band"/);
  });

  it('sends the letter of receipt in the language of the application, with a link to its page', async () => {
    const before = app.sent.length;
    await submitForm(app.anonymous(), soundForm(), 'de');
    await app.runJobs();
    expect(app.sent.length).toBe(before + 1);
    const mail = app.sent.at(-1);
    expect(JSON.stringify(mail)).toContain('imogen@larkhill.example');
    expect(JSON.stringify(mail)).toContain('/portal/application#t=');
    expect(JSON.stringify(mail)).not.toContain('{{');
  });

  it('names every missing part by its own path and keeps what was typed (M2)', async () => {
    const client = app.anonymous();
    await startDraft(client);
    const form = soundForm();
    const document = {
      ...form,
      organisation: { ...form.organisation, register: '' },
      references: [form.references[0]],
    };
    const saved = await client.post('/api/portal/application/save', { document, saves: 1 });
    expect(saved.body.missing).toEqual(
      expect.arrayContaining([
        { item: 'organisation.register', code: 'missing' },
        { item: 'references', code: 'too_few' },
      ]),
    );
    const reply = await client.post('/api/portal/application/submit');
    expect(reply.status).toBe(422);
    expect(reply.body.code).toBe('incomplete');
    expect(reply.body.errors).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ pointer: '/organisation/register', code: 'missing' }),
      ]),
    );
    const kept = (await client.get('/api/portal/application')).body;
    expect(kept.state).toBe('draft');
    expect(kept.document.organisation.legal_name).toBe('Larkhill Outreach Limited');
  });

  it('trust 16: hands in what the tab shows: one that saw an older text is told of the newer', async () => {
    const client = app.anonymous();
    await startDraft(client);
    const save = (document: unknown, saves: number) =>
      client.post('/api/portal/application/save', { document, saves });
    await save(soundForm(), 1);
    await save({ ...soundForm(), statement: `${soundForm().statement} Said in the newer tab.` }, 2);
    const stale = await client.post('/api/portal/application/submit', { saves: 2 });
    expect([stale.status, stale.body.code]).toEqual([412, 'stale_version']);
    expect(stale.body.current.document.statement).toContain('Said in the newer tab.');
    expect((await client.get('/api/portal/application')).body.state).toBe('draft');
    expect((await client.post('/api/portal/application/submit', { saves: 3 })).status).toBe(200);
  });

  it('trust 18: hands in once; the second time names the state and changes nothing', async () => {
    const client = app.anonymous();
    const id = await submitForm(client);
    const again = await client.post('/api/portal/application/submit');
    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({ code: 'wrong_state', params: { state: 'submitted' } });
    expect(await app.services.db('application_revisions').where({ application_id: id })).toHaveLength(1);
  });

  it('two tabs handing in at once: exactly one is taken', async () => {
    const client = app.anonymous();
    const { id } = await startDraft(client);
    await client.post('/api/portal/application/save', { document: soundForm(), saves: 1 });
    const replies = await Promise.all([1, 2].map(() => client.post('/api/portal/application/submit')));
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409]);
    expect(await app.services.db('claims').where({ application_id: id })).toHaveLength(2);
  });

  it('the job may run twice: one reading, one work item', async () => {
    const id = await submitForm(app.anonymous());
    await app.runJobs();
    const { readApplication } = await import('../../../server/applications/service/read-application.ts');
    await app.services.run({ actor: { kind: 'system', id: null, name: 'test' } }, (uow) =>
      readApplication(uow, id),
    );
    expect(await app.services.db('work_items').where({ subject_id: id })).toHaveLength(1);
    const scores = await app.services.db('score_view').where({ subject_id: id });
    expect(scores).toHaveLength(1);
  });

  it('refuses without a portal session', async () => {
    const reply = await app.anonymous().post('/api/portal/application/submit');
    expect(reply.status).toBe(401);
    expect(reply.body.code).toBe('not_signed_in');
  });
});
