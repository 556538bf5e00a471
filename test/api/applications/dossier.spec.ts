import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applicationStates } from '../../../server/applications/lifecycle.ts';
import { decisionStates } from '../../../server/applications/rules/decision-states.ts';
import { workItemStates } from '../../../server/queue/lifecycle.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { command, dossierOf, hold, inReview, setBand } from '../../support/desk.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

describe('the dossier', () => {
  it('holds what was submitted, what was found, what happened and what may be done now', async () => {
    const id = await inReview(app);
    const reviewer = await app.signIn('reviewer');
    const shown = await dossierOf(reviewer, id);
    expect(shown.case_number).toMatch(/^APP-\d{4}-\d{6}$/);
    expect(shown.form.organisation.legal_name).toBe('Larkhill Outreach Limited');
    expect(shown.reading.criteria.length).toBeGreaterThan(10);
    for (const { evidence } of shown.reading.criteria)
      for (const { field, start, end, quote } of evidence)
        expect((field === 'statement' ? shown.statement_text : shown.sourcing_text).slice(start, end)).toBe(
          quote,
        );
    expect(shown.claims).toHaveLength(2);
    expect(shown.norm_version).not.toBeNull();
    expect(shown.missing).toEqual([]);
    const types = shown.history.map((one: { type: string }) => one.type);
    expect(types).toEqual(expect.arrayContaining(['application.submitted', 'work_item.opened']));
    expect(shown.policies.map((one: { kind: string }) => one.kind).sort()).toEqual([
      'deadlines',
      'plausibility',
      'rubric',
    ]);
    const claim = shown.commands.find((one: { command: string }) => one.command === 'claim');
    expect(claim).toMatchObject({ allowed: true });
    const mail = shown.mails.find((one: { template: string }) => one.template === 'received');
    expect(mail.state).toBe('sent');
  });

  it('shows matches with earlier applicants, and which they were', async () => {
    const first = await inReview(app);
    const second = await inReview(app);
    const reviewer = await app.signIn('reviewer');
    const { matches } = await dossierOf(reviewer, second);
    const kinds = matches
      .filter((one: { application: { id: string } }) => one.application.id === first)
      .map((one: { kind: string }) => one.kind);
    expect(kinds).toEqual(expect.arrayContaining(['domain', 'phone', 'register_number', 'statement']));
  });

  it('is 404 for an unknown or malformed id, 403 for an admin, 401 for nobody', async () => {
    const reviewer = await app.signIn('reviewer');
    const path = '/api/applications/00000000-0000-7000-8000-000000000000';
    expect((await reviewer.get(path)).status).toBe(404);
    expect((await reviewer.get('/api/applications/1')).status).toBe(404);
    expect((await (await app.signIn('admin')).get(path)).status).toBe(403);
    expect((await app.anonymous().get(path)).status).toBe(401);
  });
});

describe('the list of applications', () => {
  it('filters and finds by number and by name, newest first', async () => {
    const id = await inReview(app);
    const reviewer = await app.signIn('reviewer');
    const { case_number } = await dossierOf(reviewer, id);
    const find = async (filter: object) =>
      (await reviewer.get(`/api/applications?filter=${encodeURIComponent(JSON.stringify(filter))}`)).body;
    expect((await find({ q: case_number })).map((row: { id: string }) => row.id)).toEqual([id]);
    expect((await find({ q: 'arkhil' })).length).toBeGreaterThan(0);
    expect(await find({ q: '%' })).toEqual([]);
    expect((await find({ state: 'in_review', channel: 'cold_email_outbound' })).length).toBeGreaterThan(0);
    expect(await find({ country: 'FR' })).toEqual([]);
  });

  it('trust 23: refuses names that are no filter', async () => {
    const reviewer = await app.signIn('reviewer');
    for (const filter of ['{"score_id":"x"}', '{"document":{"a":1}}', '{"__proto__":{"a":1}}', '[]'])
      expect((await reviewer.get(`/api/applications?filter=${encodeURIComponent(filter)}`)).status).toBe(400);
  });
});

describe('notes, drafts and previews', () => {
  it('a note mentions colleagues by name and stays out of the version', async () => {
    const id = await inReview(app);
    const reviewer = await app.signIn('reviewer', 'Nia Holt');
    const { version } = await dossierOf(reviewer, id);
    const note = await reviewer.post(`/api/applications/${id}/notes`, { body: 'Ask @Nia Holt <script>' });
    expect(note.status).toBe(201);
    expect(note.body).toMatchObject({ mentions: [reviewer.personId], body: 'Ask @Nia Holt <script>' });
    const shown = await dossierOf(reviewer, id);
    expect(shown.notes).toHaveLength(1);
    expect(shown.version).toBe(version);
    expect((await reviewer.post(`/api/applications/${id}/notes`, { body: ' ' })).status).toBe(422);
    const auditor = await app.signIn('auditor');
    expect((await auditor.post(`/api/applications/${id}/notes`, { body: 'x' })).status).toBe(403);
  });

  it('a draft survives the lease and belongs to its writer', async () => {
    const id = await inReview(app);
    const reviewer = await app.signIn('reviewer');
    await hold(reviewer, id);
    const content = { subject: 'Half a letter', body: 'Dear' };
    const path = `/api/applications/${id}`;
    expect((await reviewer.post(`${path}/save-draft`, { kind: 'reject', content })).status).toBe(200);
    await app.moveClock({ minutes: 40 });
    await app.runJobs('queue.sweep_leases');
    expect((await dossierOf(reviewer, id)).drafts).toMatchObject([{ kind: 'reject', content }]);
    const other = await app.signIn('reviewer');
    expect((await dossierOf(other, id)).drafts).toEqual([]);
    await reviewer.post(`${path}/discard-draft`, { kind: 'reject' });
    expect((await dossierOf(reviewer, id)).drafts).toEqual([]);
  });

  it('a preview names the placeholders left, and nothing once all is chosen', async () => {
    const id = await inReview(app);
    const reviewer = await app.signIn('reviewer');
    const preview = (body: object) => reviewer.post(`/api/applications/${id}/preview-letter`, body);
    expect((await preview({ kind: 'reject' })).body.placeholders_left).toEqual(['reasons']);
    const full = (await preview({ kind: 'reject', reasons: [{ code: 'conduct' }] })).body;
    expect(full.placeholders_left).toEqual([]);
    expect(full.body).toContain('Dear Imogen Vale');
    expect(full.body).toContain('trust and safety reviewer');
    const german = (await preview({ kind: 'approve', locale: 'de', channels: {} })).body;
    expect(german.body).toContain('Guten Tag');
    await setBand(app, id, 'review');
    await hold(reviewer, id);
    const { subject, body } = full;
    const sent = await command(reviewer, id, 'reject', {
      reasons: [{ code: 'conduct' }],
      letter: { subject, body },
    });
    expect(sent.status).toBe(200);
  });
});

describe('states', () => {
  it('are the same in the tables and in the lifecycles', async () => {
    const { rows } = await app.services.db.raw<{ rows: { name: string; text: string }[] }>(
      `select conrelid::regclass::text as name, pg_get_constraintdef(oid) as text from pg_constraint
       where contype = 'c' and conname in ('work_items_state_check', 'decisions_state_check', 'applications_state_check')`,
    );
    const checked = Object.fromEntries(
      rows.map(({ name, text }) => [
        name,
        Array.from(text.matchAll(/'([a-z_]+)'/g), ([, state]) => state).sort(),
      ]),
    );
    expect(checked).toEqual({
      work_items: [...workItemStates].sort(),
      decisions: [...decisionStates].sort(),
      applications: [...applicationStates].sort(),
    });
  });
});
