import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { acceptance, command, dossierOf, hold, inReview } from '../../support/desk.ts';

let app: TestApp;
type Client = Awaited<ReturnType<TestApp['signIn']>>;
let officer: Client;
let reviewer: Client;
/** Decided with a judgement against the machine; decided without one; judged otherwise, but not decided. */
let turned: string;
let open: string;
let machine: string;
let judged: string;
const reason = 'The second paragraph says for how long.';

const verdictOf = async (id: string) =>
  (await dossierOf(reviewer, id)).reading.criteria.find((one: { id: string }) => one.id === 'retention')
    .verdict;
const judge = (id: string, by: Client = reviewer) =>
  command(by, id, 'override', { finding: 'criterion:retention', judged, reason });
const decide = async (id: string) =>
  expect((await command(reviewer, id, 'approve', acceptance)).status).toBe(200);
const query = (filter: object, sort = ['low', 'DESC']) =>
  `?filter=${encodeURIComponent(JSON.stringify(filter))}&sort=${encodeURIComponent(JSON.stringify(sort))}&range=[0,99]`;
const rowsOf = async (by: Client, filter: object = {}) =>
  (await by.get(`/api/agreement${query(filter)}`)).body;
const rowOf = async (finding: string, filter: object = {}) =>
  (await rowsOf(officer, filter)).find((row: { id: string }) => row.id === finding);
const casesOf = async (filter: object) =>
  (await officer.get(`/api/agreement-cases${query(filter, ['at', 'DESC'])}`)).body;

beforeAll(async () => {
  app = await startTestApp();
  officer = await app.signIn('compliance_officer');
  reviewer = await app.signIn('reviewer');
  turned = await inReview(app);
  await hold(reviewer, turned);
  machine = await verdictOf(turned);
  judged = machine === 'met' ? 'partial' : 'met';
  expect((await judge(turned)).status).toBe(200);
  await decide(turned);
  const kept = await inReview(app);
  await hold(reviewer, kept);
  await decide(kept);
  open = await inReview(app);
  await hold(reviewer, open);
  expect((await judge(open)).status).toBe(200);
});
afterAll(() => app.stop());

describe('the agreement of people with the machine', () => {
  it('counts what stands against it in decided applications, of all that carry the finding', async () => {
    const row = await rowOf('criterion:retention');
    expect(row).toMatchObject({
      kind: 'criterion',
      judged: 2,
      overturned: 1,
      share: 0.5,
      directions: [{ from: machine, to: judged, count: 1, of: 2 }],
    });
    expect(row.low).toBeGreaterThan(0);
    expect(row.high).toBeLessThan(1);
    expect(await rowOf('criterion:opt_out_mechanism')).toMatchObject({ judged: 2, overturned: 0 });
  });

  it('puts the worst first and gives every finding once', async () => {
    const rows = await rowsOf(officer);
    expect(rows[0].id).toBe('criterion:retention');
    expect(new Set(rows.map((row: { id: string }) => row.id)).size).toBe(rows.length);
    const criteria = await rowsOf(officer, { kind: 'criterion' });
    expect(criteria.every((row: { kind: string }) => row.kind === 'criterion')).toBe(true);
  });

  it('is of a period of decisions', async () => {
    const day = 24 * 3600_000;
    const later = new Date(Date.now() + day).toISOString();
    const before = new Date(Date.now() - day).toISOString();
    expect(await rowsOf(officer, { from: later })).toEqual([]);
    expect(await rowsOf(officer, { to: before })).toEqual([]);
    expect(await rowOf('criterion:retention', { from: before, to: later })).toMatchObject({ judged: 2 });
  });

  it('opens the cases: what the machine said, what people judged, why, who and when', async () => {
    const { case_number } = await dossierOf(officer, turned);
    expect(await casesOf({ finding: 'criterion:retention' })).toEqual([
      {
        id: expect.any(String),
        application_id: turned,
        case_number,
        trading_name: expect.any(String),
        decision: 'approved',
        finding: 'criterion:retention',
        machine,
        judged,
        reason,
        by: { id: reviewer.personId, name: expect.any(String) },
        co_signed_by: null,
        at: expect.any(String),
      },
    ]);
    expect(await casesOf({ finding: 'criterion:retention', judged: 'contradicted' })).toEqual([]);
    expect(await casesOf({ finding: 'criterion:opt_out_mechanism' })).toEqual([]);
  });

  it('forgets a judgement that was taken back, and holds one as soon as its application is decided', async () => {
    await decide(open);
    expect(await rowOf('criterion:retention')).toMatchObject({ judged: 3, overturned: 2 });
    const signed = await app.services
      .db('overrides')
      .join('scores', 'scores.id', 'overrides.score_id')
      .join('statements', 'statements.id', 'scores.statement_id')
      .where('statements.subject_id', open)
      .first('overrides.id');
    await app.services.db('overrides').where({ id: signed.id }).update({ co_signed_by: officer.personId });
    const [latest] = await casesOf({ finding: 'criterion:retention' });
    expect(latest).toMatchObject({ application_id: open, co_signed_by: { id: officer.personId } });
    await app.services.db('overrides').where({ id: signed.id }).update({ state: 'withdrawn' });
    expect(await rowOf('criterion:retention')).toMatchObject({ judged: 3, overturned: 1 });
  });

  it('is read by the desk and those who watch it, not by account managers and admins (M162)', async () => {
    for (const [role, status] of [
      ['reviewer', 200],
      ['auditor', 200],
      ['account_manager', 403],
      ['admin', 403],
    ] as const) {
      const who = await app.signIn(role);
      expect([role, (await who.get('/api/agreement')).status]).toEqual([role, status]);
      expect([role, (await who.get('/api/agreement-cases')).status]).toEqual([role, status]);
    }
    expect((await app.anonymous().get('/api/agreement')).status).toBe(401);
  });

  it('refuses a finding that cannot be one, and a period that is none', async () => {
    for (const filter of [{ finding: "x' or 1" }, { from: 'yesterday' }, { judged: 'lost' }])
      expect((await officer.get(`/api/agreement-cases${query(filter, ['at', 'DESC'])}`)).status).toBe(400);
  });
});
