import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';

let app: TestApp;
type Client = Awaited<ReturnType<TestApp['signIn']>>;
let author: Client;
let publisher: Client;

beforeAll(async () => {
  app = await startTestApp();
  author = await app.signIn('compliance_officer');
  publisher = await app.signIn('compliance_officer');
});
afterAll(() => app.stop());

const page = async (by: Client, id: string) => (await by.get(`/api/policies/${id}`)).body;
const inForce = async (kind: string) => {
  const { body } = await author.get(
    `/api/policies?filter=${encodeURIComponent(JSON.stringify({ kind, state: 'published' }))}`,
  );
  return body.find((one: { in_force: boolean }) => one.in_force);
};
const draftOf = async (kind: string) => {
  const { status, body } = await author.post('/api/policies/start-draft', { kind });
  expect(status).toBe(201);
  return page(author, body.id);
};
const run = (by: Client, book: { id: string; revision: number }, verb: string, body: object) =>
  by.post(`/api/policies/${book.id}/${verb}`, body, { ifMatch: book.revision });
const withUndo = (document: { undo_minutes: number }, minutes: number) => ({
  ...document,
  undo_minutes: minutes,
});
const discard = async (id: string) =>
  run(author, await page(author, id), 'discard', { reason: 'Not needed.' });

describe('a rule book', () => {
  it('is changed by a draft that one officer writes and another publishes, and is then in force (M6)', async () => {
    const draft = await draftOf('deadlines');
    expect(draft).toMatchObject({ state: 'draft', version: '1.0', changes: [], faults: [] });
    expect((await run(author, draft, 'propose', { summary: 'x' })).body.params.reason).toBe('no_change');
    const edited = await run(author, draft, 'edit', { document: withUndo(draft.document, 15) });
    expect(edited.body).toEqual({ revision: 2 });
    const changed = await page(author, draft.id);
    expect(changed).toMatchObject({
      version: '2.0',
      changes: [{ pointer: '/undo_minutes', before: 10, after: 15 }],
    });
    await run(author, changed, 'propose', { summary: 'People asked for more time to think again.' });
    const proposed = await page(author, draft.id);
    expect(proposed.commands).toContainEqual({ command: 'publish', allowed: false, blocked_by: 'own_draft' });
    expect((await run(author, proposed, 'publish', {})).body).toMatchObject({
      status: 409,
      code: 'second_person_required',
    });
    const published = await run(publisher, proposed, 'publish', {});
    expect(published.body).toMatchObject({ version: '2.0' });
    await app.runJobs();
    expect(await inForce('deadlines')).toMatchObject({ id: draft.id, version: '2.0', state: 'published' });
    const states = await app.services
      .db('policy_versions')
      .where({ kind: 'deadlines' })
      .orderBy('version')
      .select('version', 'state');
    expect(states).toEqual([
      { version: '1.0', state: 'superseded' },
      { version: '2.0', state: 'published' },
    ]);
    const events = await app.services
      .db('events')
      .where({ subject_id: draft.id })
      .orderBy('recorded_at')
      .pluck('type');
    expect(events).toEqual(['policy.drafted', 'policy.edited', 'policy.proposed', 'policy.published']);
  });

  it('moves its minor number where only a table changed', async () => {
    const draft = await draftOf('deadlines');
    const { calendar } = draft.document;
    const document = {
      ...draft.document,
      calendar: { ...calendar, holidays: [...calendar.holidays, '2029-01-01'] },
    };
    await run(author, draft, 'edit', { document });
    expect(await page(author, draft.id)).toMatchObject({ version: '2.1' });
    await discard(draft.id);
  });

  it('keeps a broken draft, names each fault at its place and publishes none of it', async () => {
    const draft = await draftOf('rubric');
    const document = { ...draft.document, bands: { pass_min: 30, review_min: 35 }, core: ['nonsense'] };
    expect((await run(author, draft, 'edit', { document })).status).toBe(200);
    const broken = await page(author, draft.id);
    expect(broken.faults).toEqual([
      { pointer: '/bands/review_min', code: 'bands_overlap' },
      { pointer: '/core/0', code: 'unknown_criterion' },
    ]);
    const refused = await run(author, broken, 'propose', { summary: 'x' });
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toEqual(broken.faults);
    await discard(draft.id);
  });

  it('waits for its day, and until then the earlier one is in force', async () => {
    const before = await inForce('deadlines');
    const draft = await draftOf('deadlines');
    await run(author, draft, 'edit', { document: withUndo(draft.document, 20) });
    await run(author, await page(author, draft.id), 'propose', { summary: 'From Monday.' });
    const day = new Date(Date.now() + 3 * 24 * 3600_000).toISOString();
    const published = await run(publisher, await page(author, draft.id), 'publish', { effective_from: day });
    expect(published.status).toBe(200);
    await app.runJobs();
    expect(await inForce('deadlines')).toMatchObject({ id: before.id });
    await app.moveClock({ days: 4 });
    await app.runJobs();
    expect(await inForce('deadlines')).toMatchObject({ id: draft.id });
    await app.moveClock({ days: 0 });
  });

  it('is published once when two officers do it at the same moment', async () => {
    const third = await app.signIn('compliance_officer');
    const draft = await draftOf('plausibility');
    await run(author, draft, 'edit', { document: { ...draft.document, mad_factor: 1.5 } });
    await run(author, await page(author, draft.id), 'propose', { summary: 'A rounder factor.' });
    const proposed = await page(author, draft.id);
    const both = await Promise.all([publisher, third].map((by) => run(by, proposed, 'publish', {})));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('has one open draft of a kind', async () => {
    const draft = await draftOf('rubric');
    const second = await publisher.post('/api/policies/start-draft', { kind: 'rubric' });
    expect(second.body).toMatchObject({ status: 409, params: { reason: 'draft_open' } });
    expect((await run(publisher, draft, 'edit', { document: {} })).status).toBe(200);
    expect((await run(author, draft, 'edit', { document: {} })).status).toBe(412);
    await discard(draft.id);
  });

  it('once published never changes, whatever the statement, and a discarded one stays as it was', async () => {
    const { db } = app.services;
    for (const change of [{ document: '{}' }, { effective_from: new Date(0) }, { state: 'draft' as const }])
      await expect(db('policy_versions').where({ state: 'published' }).update(change)).rejects.toThrow(
        /published rule book/,
      );
    const own = { author_kind: 'person', author_id: author.personId, publisher_id: author.personId } as const;
    await expect(
      db('policy_versions').where({ state: 'published', kind: 'rubric' }).update(own),
    ).rejects.toThrow();
  });

  it('goes out as a file and comes in as a draft', async () => {
    const book = await inForce('rubric');
    const file = (await author.get(`/api/policies/${book.id}/file`)).body;
    file.document.bands.pass_min = 80;
    const { body } = await author.post('/api/policies/start-draft', {
      kind: file.kind,
      document: file.document,
    });
    expect(await page(author, body.id)).toMatchObject({
      version: '2.0',
      changes: [{ pointer: '/bands/pass_min', before: 75, after: 80 }],
    });
    await discard(body.id);
  });

  it('is edited by officers alone and needs the revision that was looked at', async () => {
    const reviewer = await app.signIn('reviewer');
    expect((await reviewer.post('/api/policies/start-draft', { kind: 'rubric' })).status).toBe(403);
    const draft = await draftOf('rubric');
    expect((await page(reviewer, draft.id)).commands).toEqual([]);
    expect((await author.post(`/api/policies/${draft.id}/edit`, { document: {} })).status).toBe(428);
    expect((await run(author, draft, 'publish', {})).body.code).toBe('wrong_state');
    await discard(draft.id);
  });
});
