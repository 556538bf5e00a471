import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followBook, rescoreStretch } from '../../../server/applications/service/rescore.ts';
import { systemActor } from '../../../server/kernel/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { acceptance, command, dossierOf, hold, inReview, setBand } from '../../support/desk.ts';

let app: TestApp;
type Client = Awaited<ReturnType<TestApp['signIn']>>;
let author: Client;
let publisher: Client;
let reviewer: Client;

beforeAll(async () => {
  app = await startTestApp();
  author = await app.signIn('compliance_officer');
  publisher = await app.signIn('compliance_officer');
  reviewer = await app.signIn('reviewer');
});
afterAll(() => app.stop());

const page = async (id: string) => (await author.get(`/api/policies/${id}`)).body;
const run = async (by: Client, id: string, verb: string, body: object) =>
  by.post(`/api/policies/${id}/${verb}`, body, { ifMatch: (await page(id)).revision });
const listed = async (resource: string, filter: object) =>
  (await author.get(`/api/${resource}?filter=${encodeURIComponent(JSON.stringify(filter))}`)).body;
const runOf = async (policyId: string) => (await listed('rescores', { policy_version_id: policyId }))[0];
const rowOf = (id: string) => app.services.db('applications').where({ id }).first();
interface Read {
  actor_kind: string;
  data: { policy_version_id: string; score_id: string; band: string };
}
const readings = async (id: string): Promise<Read[]> =>
  (await app.services
    .db('events')
    .where({ subject_id: id, type: 'statement.read' })
    .orderBy('recorded_at')) as Read[];
const latest = async (id: string): Promise<Read['data'] | undefined> => (await readings(id)).at(-1)?.data;

/** A rubric whose lines lie higher, published with a wish for open work. */
let line = 70;
async function publishStricter(body: object): Promise<string> {
  const started = await author.post('/api/policies/start-draft', { kind: 'rubric' });
  const { document } = await page(started.body.id);
  line += 1;
  const bands = { ...document.bands, pass_min: line, review_min: line - 20 };
  await run(author, started.body.id, 'edit', { document: { ...document, bands } });
  await run(author, started.body.id, 'propose', { summary: 'The line lies higher.' });
  const published = await run(publisher, started.body.id, 'publish', body);
  expect([published.status, published.body.code]).toEqual([200, undefined]);
  return started.body.id;
}
const judgeRetention = async (id: string) => {
  const { criteria } = (await dossierOf(reviewer, id)).reading;
  const { verdict } = criteria.find((one: { id: string }) => one.id === 'retention');
  const judged = verdict === 'met' ? 'partial' : 'met';
  const reply = await command(reviewer, id, 'override', {
    finding: 'criterion:retention',
    judged,
    reason: 'It says so.',
  });
  expect(reply.status).toBe(200);
};

describe('open work after a rubric is published', () => {
  it('is left as it was read, unless something else is chosen', async () => {
    const id = await inReview(app);
    const before = await rowOf(id);
    const policyId = await publishStricter({});
    await app.runJobs();
    expect(await rowOf(id)).toEqual(before);
    expect(await runOf(policyId)).toBeUndefined();
    expect(await page(policyId)).toMatchObject({ open_work: 'leave' });
  });

  it('is read again at once by the new book; no version moves, and who decides meanwhile is not refused', async () => {
    const [held, other] = [await inReview(app), await inReview(app)];
    const { version } = await hold(reviewer, held);
    const policyId = await publishStricter({ open_work: 'rescore_now' });
    await app.runJobs();
    const progress = await runOf(policyId);
    expect(progress).toMatchObject({ mode: 'rescore_now', state: 'done', skipped: 0 });
    expect(progress.done).toBe(progress.total);
    expect(progress.reread).toBeGreaterThanOrEqual(2);
    for (const id of [held, other]) {
      const events = await readings(id);
      expect(events).toHaveLength(2);
      expect(events[1]).toMatchObject({ actor_kind: 'system', data: { policy_version_id: policyId } });
      const { score_id, band } = events[1]?.data ?? {};
      expect(await rowOf(id)).toMatchObject({ score_id, band });
      expect((await dossierOf(reviewer, id)).reading.score_id).toBe(score_id);
    }
    expect((await rowOf(held))?.version).toBe(version);
    const decided = await reviewer.post(`/api/applications/${held}/approve`, acceptance, {
      ifMatch: version,
    });
    expect(decided.status).not.toBe(412);
    const log = await app.services.db('events').where({ subject_id: policyId }).pluck('type');
    expect(log).toEqual(expect.arrayContaining(['rescore.started', 'rescore.finished']));
  });

  it('keeps what people judged and what waits for a second person, and lists it with the reason', async () => {
    const judged = await inReview(app);
    await hold(reviewer, judged);
    await judgeRetention(judged);
    const waiting = await inReview(app);
    await setBand(app, waiting, 'reject');
    await hold(reviewer, waiting);
    expect((await command(reviewer, waiting, 'approve', acceptance)).status).toBe(200);
    expect(await app.services.db('decisions').where({ application_id: waiting }).first('state')).toEqual({
      state: 'awaiting_second',
    });
    const before = [await rowOf(judged), await rowOf(waiting)];
    const policyId = await publishStricter({ open_work: 'rescore_now' });
    await app.runJobs();
    expect([await rowOf(judged), await rowOf(waiting)]).toEqual(before);
    const { id, skipped } = await runOf(policyId);
    expect(skipped).toBe(2);
    const skips = await listed('rescore-skips', { run_id: id });
    expect(skips.map((one: { id: string; reason: string }) => [one.id, one.reason]).sort()).toEqual(
      [
        [judged, 'judged'],
        [waiting, 'decision_waits'],
      ].sort(),
    );
  });

  it('goes on where it was when the process is killed half-way, and reads none twice', async () => {
    const ids = [await inReview(app), await inReview(app), await inReview(app)];
    const policyId = await publishStricter({ open_work: 'rescore_now' });
    const actor = systemActor('test');
    await app.services.run({ actor }, (uow) => followBook(uow, policyId));
    const begun = await runOf(policyId);
    // one stretch is kept, the next dies in the middle of its transaction
    await app.services.run({ actor }, (uow) => rescoreStretch(uow, begun.id, 2));
    const killed = app.services.run({ actor }, async (uow) => {
      await rescoreStretch(uow, begun.id, 2);
      throw new Error('killed');
    });
    await expect(killed).rejects.toThrow('killed');
    expect(await runOf(policyId)).toMatchObject({ state: 'running', done: 2 });
    await app.runJobs();
    const done = await runOf(policyId);
    expect(done).toMatchObject({ state: 'done', done: begun.total });
    for (const id of ids) {
      const under = (await readings(id)).filter(({ data }) => data.policy_version_id === policyId);
      expect(under).toHaveLength(1);
    }
  });

  it('is read again when somebody takes it up, where that is chosen, and only then', async () => {
    const [touched, left] = [await inReview(app), await inReview(app)];
    const before = await rowOf(left);
    const policyId = await publishStricter({ open_work: 'on_touch' });
    await app.runJobs();
    expect(await readings(touched)).toHaveLength(1);
    await hold(reviewer, touched);
    await app.runJobs();
    expect((await latest(touched))?.policy_version_id).toBe(policyId);
    expect(await rowOf(left)).toEqual(before);
    expect(await runOf(policyId)).toMatchObject({ mode: 'on_touch', state: 'running', done: 1, reread: 1 });
  });

  it('waits for the day of the book, and ends when a newer one comes into force', async () => {
    const id = await inReview(app);
    const from = new Date(
      (await app.services.db.raw('select assay_now() as at')).rows[0].at.getTime() + 3600_000,
    );
    const later = await publishStricter({ open_work: 'on_touch', effective_from: from.toISOString() });
    await app.runJobs();
    expect(await runOf(later)).toBeUndefined();
    await app.moveClock({ hours: 2 });
    await app.runJobs();
    expect(await runOf(later)).toMatchObject({ state: 'running' });
    const newer = await publishStricter({ open_work: 'rescore_now' });
    await app.runJobs();
    expect(await runOf(later)).toMatchObject({ state: 'overtaken' });
    expect((await latest(id))?.policy_version_id).toBe(newer);
  });

  it('is chosen of rubrics only, and closed words are refused', async () => {
    const { body } = await author.post('/api/policies/start-draft', { kind: 'deadlines' });
    const { document } = await page(body.id);
    await run(author, body.id, 'edit', { document: { ...document, undo_minutes: 12 } });
    await run(author, body.id, 'propose', { summary: 'Two minutes more.' });
    expect((await run(publisher, body.id, 'publish', { open_work: 'on_touch' })).body).toMatchObject({
      status: 409,
      params: { reason: 'reads_no_statement' },
    });
    expect((await run(publisher, body.id, 'publish', { open_work: 'never' })).status).toBe(422);
  });
});
