import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { acceptance, command, commandOf, dossierOf, hold, inReview } from '../../support/desk.ts';

let app: TestApp;
type Client = Awaited<ReturnType<TestApp['signIn']>>;
let reviewer: Client;
let officer: Client;
let id: string;

beforeAll(async () => {
  app = await startTestApp();
  reviewer = await app.signIn('reviewer');
  officer = await app.signIn('compliance_officer');
});
afterAll(() => app.stop());
beforeEach(async () => {
  id = await inReview(app);
  await hold(reviewer, id);
});

const judge = (
  by: Client,
  finding: string,
  judged: string,
  reason = 'Read once more, the sentence says it.',
) => command(by, id, 'override', { finding, judged, reason });
const reading = async () => (await dossierOf(reviewer, id)).reading;
const verdictOf = async (criterion: string) =>
  (await reading()).criteria.find((one: { id: string }) => one.id === criterion)?.verdict;
const other = async (criterion: string) => ((await verdictOf(criterion)) === 'met' ? 'partial' : 'met');

describe('judging a finding otherwise (M18)', () => {
  it('counts at once within the reviewer’s power, and keeps the machine’s beside it', async () => {
    const before = await reading();
    const judged = await other('retention');
    expect((await judge(reviewer, 'criterion:retention', judged)).status).toBe(200);
    const after = await reading();
    expect(await verdictOf('retention')).toBe(judged);
    const line = after.criteria.find((one: { id: string }) => one.id === 'retention');
    expect(line.points).toBe(judged === 'met' ? line.weight : line.weight / 2);
    expect(after.machine).toMatchObject({ score: before.score, band: before.band });
    expect(after.completeness).not.toBe(before.completeness);
    expect(after.overrides).toEqual([
      expect.objectContaining({
        finding: 'criterion:retention',
        judged,
        state: 'standing',
        by: expect.objectContaining({ id: reviewer.personId }),
      }),
    ]);
    const row = await app.services.db('applications').where({ id }).first('score', 'band');
    expect(row).toEqual({ score: after.score, band: after.band });
    expect(await app.services.db('scores').where({ id: after.score_id }).first('score')).toEqual({
      score: before.score,
    });
    const event = await app.services
      .db('events')
      .where({ subject_id: id, type: 'finding.overridden' })
      .first();
    expect(event).toMatchObject({ actor_id: reviewer.personId, data: { judged, waits: false } });
  });

  it('of a core criterion waits for an officer; nothing is decided and no score moves meanwhile', async () => {
    const before = await reading();
    await judge(reviewer, 'criterion:opt_out_mechanism', await other('opt_out_mechanism'));
    const dossier = await dossierOf(reviewer, id);
    expect(dossier.reading.overrides).toMatchObject([{ state: 'awaiting_co_signature' }]);
    expect(dossier.reading.completeness).toBe(before.completeness);
    expect(commandOf(dossier, 'approve')?.blocked_by.map(({ code }) => code)).toContain('override_waits');
    expect((await command(reviewer, id, 'approve', acceptance)).body.code).toBe('blocked');
    const [{ id: override_id }] = dossier.reading.overrides;
    expect((await command(reviewer, id, 'co-sign', { override_id, agree: true })).body.code).toBe('blocked');
    expect((await command(officer, id, 'co-sign', { override_id, agree: true })).status).toBe(200);
    const after = await dossierOf(reviewer, id);
    expect(after.reading.overrides).toMatchObject([
      { state: 'standing', co_signed_by: { id: officer.personId } },
    ]);
    expect(after.reading.completeness).not.toBe(before.completeness);
  });

  it('can be refused by the officer with a reason, and the machine’s stands', async () => {
    const before = await reading();
    await judge(reviewer, 'criterion:source_disclosure', await other('source_disclosure'));
    const [{ id: override_id }] = (await reading()).overrides;
    expect((await command(officer, id, 'co-sign', { override_id, agree: false })).status).toBe(422);
    const refused = { override_id, agree: false, reason: 'The sentence is about another firm.' };
    expect((await command(officer, id, 'co-sign', refused)).status).toBe(200);
    expect(await reading()).toMatchObject({
      score: before.score,
      machine: null,
      overrides: [{ state: 'refused' }],
    });
    expect((await command(officer, id, 'co-sign', refused)).body.code).toBe('blocked');
  });

  it('is taken back by judging as the machine does', async () => {
    const before = await reading();
    const machine = await verdictOf('retention');
    expect((await judge(reviewer, 'criterion:retention', machine)).body.params.reason).toBe('as_the_machine');
    await judge(reviewer, 'criterion:retention', await other('retention'));
    expect((await judge(reviewer, 'criterion:retention', machine)).status).toBe(200);
    const core = await verdictOf('opt_out_mechanism');
    await judge(reviewer, 'criterion:opt_out_mechanism', await other('opt_out_mechanism'));
    expect((await judge(reviewer, 'criterion:opt_out_mechanism', core)).status).toBe(200);
    expect(await reading()).toMatchObject({ score: before.score, machine: null, overrides: [] });
  });

  it('needs a reason, a finding of this reading, the item and the version', async () => {
    expect((await judge(reviewer, 'criterion:retention', 'met', '  ')).status).toBe(422);
    expect((await judge(reviewer, 'criterion:nonsense', 'met')).status).toBe(404);
    expect((await judge(reviewer, 'flag:nonsense', 'lifted')).status).toBe(404);
    expect((await judge(officer, 'criterion:retention', 'met')).body.code).toBe('not_holder');
    const body = { finding: 'criterion:retention', judged: 'met', reason: 'x' };
    expect((await reviewer.post(`/api/applications/${id}/override`, body, { ifMatch: 1 })).status).toBe(412);
  });

  it('is one judgement of a finding when two arrive at once', async () => {
    const { version } = await dossierOf(reviewer, id);
    const judged = await other('retention');
    const send = () =>
      reviewer.post(
        `/api/applications/${id}/override`,
        { finding: 'criterion:retention', judged, reason: 'Twice.' },
        { ifMatch: version },
      );
    const both = await Promise.all([send(), send()]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await reading()).overrides).toHaveLength(1);
  });
});
