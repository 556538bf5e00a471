import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { acceptance, command, hold, inReview } from '../../support/desk.ts';

let app: TestApp;
type Client = Awaited<ReturnType<TestApp['signIn']>>;
let officer: Client;
let approved: string;

beforeAll(async () => {
  app = await startTestApp();
  officer = await app.signIn('compliance_officer');
  const reviewer = await app.signIn('reviewer');
  approved = await inReview(app);
  await hold(reviewer, approved);
  expect((await command(reviewer, approved, 'approve', acceptance)).status).toBe(200);
  await app.moveClock({ minutes: 11 });
  await app.runJobs();
});
afterAll(() => app.stop());

const draft = async () => {
  const { body } = await officer.post('/api/policies/start-draft', { kind: 'rubric' });
  return (await officer.get(`/api/policies/${body.id}`)).body;
};
const edit = (book: { id: string; revision: number }, document: object) =>
  officer.post(`/api/policies/${book.id}/edit`, { document }, { ifMatch: book.revision });
const giveUp = async (id: string) => {
  const { revision } = (await officer.get(`/api/policies/${id}`)).body;
  await officer.post(`/api/policies/${id}/discard`, { reason: 'Tried out.' }, { ifMatch: revision });
};
const strict = (document: { bands: object }) => ({ ...document, bands: { pass_min: 100, review_min: 99 } });
const filter = (value: object) => encodeURIComponent(JSON.stringify(value));
const runsOf = async (policyId: string) =>
  (await officer.get(`/api/what-ifs?filter=${filter({ policy_version_id: policyId })}`)).body;
const statesOf = () =>
  app.services.db('applications').orderBy('id').select('id', 'state', 'band', 'score', 'version');

describe('a what-if', () => {
  it('says which past decisions would have come out otherwise, and changes nothing', async () => {
    const before = await statesOf();
    const book = await draft();
    await edit(book, strict(book.document));
    const started = await officer.post('/api/what-ifs/start', { policy_id: book.id });
    expect(started).toMatchObject({ status: 201, body: { total: 1 } });
    await app.runJobs();
    const [run] = await runsOf(book.id);
    expect(run).toMatchObject({ state: 'done', total: 1, done: 1, outdated: false });
    expect(run.summary).toMatchObject({ compared: 1, changed: 1 });
    expect(run.summary.confusion).toContainEqual({
      decision: 'approved',
      band: 'reject',
      before: 0,
      after: 1,
    });
    const changes = (await officer.get(`/api/what-if-changes?filter=${filter({ run_id: run.id })}`)).body;
    expect(changes).toEqual([
      expect.objectContaining({ id: approved, decision: 'approved', band_after: 'reject' }),
    ]);
    expect(await statesOf()).toEqual(before);
    await giveUp(book.id);
  });

  it('finds nothing where the draft reads as before, and only the decisions of its period', async () => {
    const book = await draft();
    await officer.post('/api/what-ifs/start', { policy_id: book.id });
    await app.runJobs();
    const day = 24 * 3600_000;
    const later = new Date(Date.now() + 2 * day).toISOString();
    await officer.post('/api/what-ifs/start', { policy_id: book.id, decided_from: later });
    await app.runJobs();
    const runs = await runsOf(book.id);
    expect(runs.map((run: { total: number }) => run.total).sort()).toEqual([0, 1]);
    for (const run of runs) expect(run).toMatchObject({ state: 'done', summary: { changed: 0 } });
    await giveUp(book.id);
  });

  it('can be cancelled while it runs, and runs once at a time', async () => {
    const book = await draft();
    const { body } = await officer.post('/api/what-ifs/start', { policy_id: book.id });
    expect((await officer.post('/api/what-ifs/start', { policy_id: book.id })).body).toMatchObject({
      status: 409,
      params: { reason: 'already_running' },
    });
    const cancel = () => officer.post(`/api/what-ifs/${body.id}/cancel`, {}, { ifMatch: 1 });
    expect((await cancel()).body).toEqual({ version: 2 });
    await app.runJobs();
    expect((await runsOf(book.id))[0]).toMatchObject({ state: 'cancelled', done: 0 });
    expect((await cancel()).status).toBe(412);
    await giveUp(book.id);
  });

  it('goes on where it was when it is killed half-way, and counts no stretch twice', async () => {
    const book = await draft();
    const { body } = await officer.post('/api/what-ifs/start', { policy_id: book.id });
    const { rows } = await app.services.db.raw('select id from decided_view');
    const tally = JSON.stringify({ cells: { 'approved/pass/pass': 1 }, near: 0 });
    await app.services
      .db('what_if_runs')
      .where({ id: body.id })
      .update({ done: 1, after_id: rows[0].id, tally });
    await app.runJobs();
    expect((await runsOf(book.id))[0]).toMatchObject({ state: 'done', done: 1, summary: { compared: 1 } });
    await giveUp(book.id);
  });

  it('of a draft that is edited meanwhile says no figure about the new wording', async () => {
    const book = await draft();
    await officer.post('/api/what-ifs/start', { policy_id: book.id });
    await edit(book, strict(book.document));
    await app.runJobs();
    expect((await runsOf(book.id))[0]).toMatchObject({ state: 'failed', outdated: true });
    await giveUp(book.id);
  });

  it('is sampled at once while a threshold is edited, with a range, and of a broken book names the places', async () => {
    const book = await draft();
    const estimate = (document: object) =>
      officer.post('/api/what-ifs/estimate', { kind: 'rubric', document });
    const reply = await estimate(strict(book.document));
    expect(reply.body).toMatchObject({ sample: 1, of: 1, changed: { share: 1 }, summary: { changed: 1 } });
    expect(reply.body.changed.low).toBeLessThan(0.5);
    const broken = await estimate({ ...book.document, bands: { pass_min: 1, review_min: 2 } });
    expect(broken.body).toMatchObject({ status: 422, errors: [{ pointer: '/bands/review_min' }] });
    await giveUp(book.id);
  });

  it('is for rubrics, and for officers', async () => {
    const reviewer = await app.signIn('reviewer');
    const { body } = await officer.post('/api/policies/start-draft', { kind: 'deadlines' });
    expect((await officer.post('/api/what-ifs/start', { policy_id: body.id })).body.params.reason).toBe(
      'decides_no_band',
    );
    expect((await reviewer.post('/api/what-ifs/start', { policy_id: body.id })).status).toBe(403);
    await giveUp(body.id);
  });
});
