import { describe, expect, it } from 'vitest';
import {
  checkArithmetic,
  costPerQualifiedOpportunity,
  impliedCostPerSql,
} from '../../../server/benchmarks/plausibility/arithmetic.ts';
import type { Claim } from '../../../server/benchmarks/plausibility/claim.ts';
import { judgeClaim } from '../../../server/benchmarks/plausibility/judge.ts';
import { book, cell, claim, judged, normsOf } from '../../support/norms.ts';

const found = (given: Claim, asOf?: string) =>
  checkArithmetic(given, book, asOf).map(
    ({ code, severity, metric }) => `${severity} ${code} ${metric ?? 'claim'}`,
  );

describe('cost per qualified opportunity (M41)', () => {
  it('£150 per lead at 8 % is £1,875 (M42)', () => {
    expect(costPerQualifiedOpportunity(15_000, 8)).toBe(187_500);
  });
  it('is nothing at a rate of zero rather than infinite', () => {
    expect(costPerQualifiedOpportunity(15_000, 0)).toBeNull();
    expect(impliedCostPerSql(15_000, 40, 0)).toBeNull();
  });
  it('follows both rates down to the SQL', () => {
    expect(impliedCostPerSql(10_000, 40, 25)).toBe(100_000);
  });
});

describe('arithmetic comes before any norm (M39)', () => {
  it.each([-1, 100.5, 400])('a rate of %s percent fails', (rate) => {
    expect(found(claim({ qualified_lead_rate: rate }))).toEqual([
      'fails rate_out_of_range qualified_lead_rate',
    ]);
  });
  it.each([0, 100])('a rate of %s percent is in range', (rate) => {
    expect(found(claim({ qualified_lead_rate: rate }))).toEqual([]);
  });
  it.each([0, -3])('a cost of %s fails', (cpl) => {
    expect(found(claim({ cpl }))).toEqual(['fails cost_not_positive cpl']);
  });

  const spent = (cpl: number, spend: number, lead_count: number) =>
    found(claim({ cpl }, { spend, lead_count }));
  it('spend divided by leads is the cost per lead, within rounding', () => {
    expect(spent(30, 10_000, 333)).toEqual([]);
    expect(spent(12, 12_450, 1000)).toEqual([]);
    expect(spent(12, 12_600, 1000)).toEqual(['fails cpl_does_not_follow cpl']);
    expect(spent(4.49, 4_490, 1000)).toEqual([]);
    expect(spent(4.49, 4_600, 1000)).toEqual(['fails cpl_does_not_follow cpl']);
    expect(spent(25, 50_000, 1000)).toEqual(['fails cpl_does_not_follow cpl']);
  });
  it('names every number of a division that does not come out', () => {
    const [finding] = checkArithmetic(claim({ cpl: 25 }, { spend: 50_000, lead_count: 1000 }), book);
    expect(finding?.params).toEqual({
      claimed: 25,
      follows: 50,
      spend: 50_000,
      lead_count: 1000,
      currency: 'USD',
    });
  });
  it('says nothing of the division when spend or leads are not given', () => {
    expect(found(claim({ cpl: 25 }, { spend: 50_000 }))).toEqual([]);
    expect(found(claim({ cpl: 25 }, { lead_count: 1000 }))).toEqual([]);
  });

  it('asks which is meant when the SQL rate is above the qualified rate', () => {
    expect(found(claim({ qualified_lead_rate: 20, sql_rate: 40 }))).toEqual([
      'asks sql_rate_above_qualified_rate sql_rate',
    ]);
    expect(found(claim({ qualified_lead_rate: 40, sql_rate: 40 }))).toEqual([]);
  });
  it('asks when so few leads cannot have given one SQL', () => {
    const rates = { qualified_lead_rate: 10, sql_rate: 5 };
    expect(found(claim(rates, { lead_count: 99 }))).toContain('asks no_sql_from_leads sql_rate');
    expect(found(claim(rates, { lead_count: 100 }))).not.toContain('asks no_sql_from_leads sql_rate');
  });
  it('asks about a percentage that a small number of leads cannot give', () => {
    expect(found(claim({ qualified_lead_rate: 35 }, { lead_count: 7 }))).toEqual([
      'asks rate_impossible_for_count qualified_lead_rate',
    ]);
    expect(found(claim({ qualified_lead_rate: 43 }, { lead_count: 7 }))).toEqual([]);
    expect(found(claim({ qualified_lead_rate: 42.9 }, { lead_count: 7 }))).toEqual([]);
  });

  const during = (from: string, to: string) =>
    found(claim({ cpl: 50 }, { timeframe: { from, to } }), '2026-11');
  it('wants a sane timeframe', () => {
    expect(during('2025-01', '2025-12')).toEqual([]);
    expect(during('2026-11', '2026-11')).toEqual([]);
    expect(during('2025-06', '2025-05')).toEqual(['fails timeframe_reversed claim']);
    expect(during('2026-06', '2026-12')).toEqual(['fails timeframe_in_future claim']);
    expect(during('2021-01', '2025-12')).toEqual([]);
    expect(during('2021-01', '2026-01')).toEqual(['asks timeframe_too_long claim']);
    expect(during('1999-12', '2000-02')).toEqual(['asks timeframe_too_old claim']);
  });
});

describe('the verdict on a figure that fails arithmetic', () => {
  const norms = normsOf(cell([100, 100, 100, 100]));
  it('is arithmetic, whatever the norm says, and still shows the norm', () => {
    const verdict = judged(norms, claim({ cpl: 100 }, { spend: 500, lead_count: 100 }));
    expect(verdict.verdict).toBe('arithmetic');
    expect(verdict.norm).toBeCloseTo(100, 9);
    expect(verdict.notes[0]?.code).toBe('cpl_does_not_follow');
  });
  it('shows no norm for a value that cannot be on the scale', () => {
    expect(judged(norms, claim({ cpl: 0 }))).toMatchObject({ verdict: 'arithmetic', norm: null, z: null });
  });
  it('touches only the figure concerned, unless it is the whole claim', () => {
    const other = judged(norms, claim({ cpl: 100, qualified_lead_rate: 130 }));
    expect(other).toMatchObject({ metric: 'cpl', verdict: 'plausible' });
    const whole = claim({ cpl: 100 }, { timeframe: { from: '2025-02', to: '2025-01' } });
    expect(judged(norms, whole).verdict).toBe('arithmetic');
  });
});

describe('an oddity in the claim’s own numbers reaches the reviewer (M39)', () => {
  const norms = normsOf(cell([100, 100, 100, 100]));
  const verdicts = (given: Claim) =>
    judgeClaim(norms, book, given, '2026-11').map(
      ({ metric, verdict, notes }) => `${metric} ${verdict} ${notes[0]?.code}`,
    );
  const rates = { qualified_lead_rate: 20, sql_rate: 40 };
  it('asks about the figure concerned, with the finding first, and leaves the others alone', () => {
    const [cpl, , sql] = verdicts(claim({ cpl: 100, ...rates }));
    expect(cpl).toBe('cpl plausible blended');
    expect(sql).toBe('sql_rate ask sql_rate_above_qualified_rate');
  });
  it('asks about rates a number of leads cannot give', () => {
    expect(verdicts(claim({ qualified_lead_rate: 35 }, { lead_count: 7 }))).toEqual([
      'qualified_lead_rate ask rate_impossible_for_count',
    ]);
    expect(verdicts(claim({ qualified_lead_rate: 10, sql_rate: 5 }, { lead_count: 99 }))).toContain(
      'sql_rate ask no_sql_from_leads',
    );
  });
  it.each([
    ['timeframe_too_long', { from: '2021-01', to: '2026-01' }],
    ['timeframe_too_old', { from: '1999-12', to: '2000-02' }],
  ])('asks once about the claim as a whole: %s', (code, timeframe) => {
    const [first, ...others] = verdicts(claim({ cpl: 100, qualified_lead_rate: 30 }, { timeframe }));
    expect(first).toBe(`cpl ask ${code}`);
    expect(others.join()).not.toContain(code);
  });
  it('makes no second reviewer milder, and a contradiction stays one', () => {
    const timeframe = { from: '2021-01', to: '2026-01' };
    expect(verdicts(claim({ cpl: 1 }, { timeframe }))).toEqual(['cpl second_reviewer timeframe_too_long']);
    expect(verdicts(claim({ cpl: 0 }, { timeframe }))[0]).toMatch(/^cpl arithmetic/);
  });
});
