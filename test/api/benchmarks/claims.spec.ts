import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { Client } from '../../support/client.ts';
import { dossierOf, inReview } from '../../support/desk.ts';
import { soundForm } from '../../support/forms.ts';

let app: TestApp;
let reviewer: Client & { personId: string };
beforeAll(async () => {
  app = await startTestApp();
  reviewer = await app.signIn('reviewer');
});
afterAll(() => app.stop());

const withFigures = (change: Record<string, unknown>) =>
  soundForm().case_studies.map((one, at) =>
    at === 0 ? { ...one, figures: { ...one.figures, ...change } as typeof one.figures } : one,
  );

describe('claims are held against published norms (M33-M42)', () => {
  it('each figure has a verdict with its norm, family count and the figures behind it', async () => {
    const dossier = await dossierOf(reviewer, await inReview(app));
    expect(dossier.norm_version).toMatch(/^published-/);
    expect(dossier.claims).toHaveLength(2);
    const [claim] = dossier.claims;
    expect(claim).toMatchObject({ state: 'self_declared', case_study_id: 'cs-1', let_stand: null });
    expect(claim.verdicts.map((one: { metric: string }) => one.metric)).toEqual(
      expect.arrayContaining(['cpl', 'qualified_lead_rate', 'sql_rate']),
    );
    for (const verdict of claim.verdicts)
      if (verdict.norm !== null) {
        expect(verdict.points.length).toBeGreaterThan(0);
        expect(verdict.n + verdict.channel_n).toBeGreaterThan(0);
      }
  });

  it('M42: £150 at 8 % is £1,875 a qualified opportunity', async () => {
    const case_studies = withFigures({ cpl_minor: 15_000, currency: 'GBP', qualified_lead_rate: 8 });
    const { claims } = await dossierOf(reviewer, await inReview(app, { case_studies }));
    expect(claims[0].cost_per_qualified_opportunity).toBe(187_500);
  });

  it('M39: a cost that does not follow from spend and leads fails arithmetic and marks the application', async () => {
    const case_studies = withFigures({ cpl_minor: 2_000, spend_minor: 1_000_000, lead_count: 100 });
    const id = await inReview(app, { case_studies });
    const dossier = await dossierOf(reviewer, id);
    expect(dossier).toMatchObject({ worst_claim: 'arithmetic' });
    expect(dossier.claims[0].worst_verdict).toBe('arithmetic');
    const notes = dossier.claims[0].verdicts.flatMap((one: { notes: { code: string }[] }) => one.notes);
    expect(notes.map((one: { code: string }) => one.code)).toContain('cpl_does_not_follow');
  });

  it('M39: an oddity in its own numbers asks, and the reviewer reads which', async () => {
    const case_studies = withFigures({
      qualified_lead_rate: 20,
      sql_rate: 40,
      timeframe: { from: '2019-01', to: '2025-12' },
    });
    const dossier = await dossierOf(reviewer, await inReview(app, { case_studies }));
    expect(dossier.claims[0].worst_verdict).toBe('ask');
    const found = Object.fromEntries(
      dossier.claims[0].verdicts.map((one: { metric: string; notes: unknown[] }) => [
        one.metric,
        one.notes[0],
      ]),
    );
    expect(found.cpl).toMatchObject({ code: 'timeframe_too_long', params: { months: 84 } });
    expect(found.sql_rate).toMatchObject({
      code: 'sql_rate_above_qualified_rate',
      params: { qualified_lead_rate: 20, sql_rate: 40 },
    });
  });

  it('a vertical nobody publishes about has no norm, no penalty and no pass', async () => {
    const case_studies = withFigures({ vertical: 'other', vertical_other: 'Falconry' });
    const { claims } = await dossierOf(reviewer, await inReview(app, { case_studies }));
    expect(claims[0].worst_verdict).toBe('no_norm');
  });

  it('shows the published figures behind a category to the desk, and to nobody outside', async () => {
    const { claims } = await dossierOf(reviewer, await inReview(app));
    const judged = claims[0].verdicts.find((one: { norm: number | null }) => one.norm !== null);
    const query = new URLSearchParams({ channel: judged.channel, stratum: judged.stratum });
    const reply = await reviewer.get(`/api/norms/distribution?${query}`);
    expect(reply.status).toBe(200);
    const values = reply.body.points.map((one: { value: number }) => one.value);
    expect(values.length).toBeGreaterThan(0);
    expect(values).toEqual([...values].sort((a, b) => a - b));
    for (const point of reply.body.points) expect(point.url).toMatch(/^https?:/);
    expect((await app.anonymous().get(`/api/norms/distribution?${query}`)).status).toBe(401);
    const unknown = await reviewer.get(`/api/norms/distribution?${query}&secret=1`);
    expect(unknown.status).toBe(400);
  });

  it('judges once under one norm version, however often the job runs', async () => {
    const id = await inReview(app);
    const { judgeClaims } = await import('../../../server/benchmarks/service/judge-claims.ts');
    await app.services.run({ actor: { kind: 'system', id: null, name: 'test' } }, (uow) =>
      judgeClaims(uow, id, 1),
    );
    const { claims } = await dossierOf(reviewer, id);
    expect(claims[0].verdicts).toHaveLength(3);
  });
});
