import { describe, expect, it } from 'vitest';
import { buildNorms } from '../../../server/benchmarks/plausibility/norms.ts';
import { book, cell, claim, codes, figure, judged, normsOf, publishedFigures } from '../../support/norms.ts';

const norms = normsOf(cell([100, 100, 100, 100]));

describe('currency and year', () => {
  it('an unknown currency is no norm, with the reason, never a guess', () => {
    const verdict = judged(norms, claim({ cpl: 1 }, { currency: 'XAU' }));
    expect(verdict).toMatchObject({ verdict: 'no_norm', norm: null });
    expect(verdict.notes).toEqual([{ code: 'no_exchange_rate', params: { currency: 'XAU', year: 2026 } }]);
  });
  it('a year without a rate is no norm', () => {
    const verdict = judged(norms, claim({ cpl: 1 }, { currency: 'GBP', year: 2027 }));
    expect(codes(verdict)).toEqual(['no_exchange_rate']);
  });
  it('a year before the price index is no norm', () => {
    expect(codes(judged(norms, claim({ cpl: 1 }, { year: 2020 })))).toEqual(['year_before_index']);
    expect(judged(norms, claim({ cpl: 1 }, { year: 2021 })).verdict).toBe('second_reviewer');
  });
  it('a year after the price index keeps its last value and says so', () => {
    const verdict = judged(norms, claim({ cpl: 100 }, { year: 2027 }));
    expect(verdict.norm).toBeCloseTo(100, 9);
    expect(codes(verdict)).toContain('index_not_extended');
  });
  it('prints norm and line in the money of the claim: its currency, its year', () => {
    const verdict = judged(norms, claim({ cpl: 50 }, { currency: 'GBP', year: 2021 }));
    expect(verdict.norm).toBeCloseTo((100 * 41.4) / 66.69 / 1.376, 6);
    expect(verdict.currency).toBe('GBP');
  });
  it('marks a rate of an unfinished year as provisional', () => {
    expect(codes(judged(norms, claim({ cpl: 90 }, { currency: 'EUR' })))).toContain(
      'exchange_rate_provisional',
    );
    expect(codes(judged(norms, claim({ cpl: 90 })))).not.toContain('exchange_rate_provisional');
  });
});

describe('the age and tier of a published figure', () => {
  const weightIn = (year: number | null, tags: Record<string, string> = {}) =>
    normsOf([figure('f', 100, { year, tags })]).figures[0]?.weight;
  it('halves the weight after three years: 2023 counts whole in 2026, 2022 half', () => {
    expect([weightIn(2023), weightIn(2022), weightIn(2021)]).toEqual([1, 0.5, 0.5]);
  });
  it('leaves a figure out after six years, and one from before the index', () => {
    const rate = { metric: 'sql_rate', tags: { stage: 'mql_to_sql', denom: 'mqls' } };
    const reasons = normsOf([
      figure('six', 20, { ...rate, year: 2020 }),
      figure('seven', 20, { ...rate, year: 2019 }),
      figure('cost', 20, { year: 2020 }),
    ]).left_out.map(({ family, reason }) => [family, reason]);
    expect(reasons).toEqual([
      ['seven', 'too_old'],
      ['cost', 'year_before_index'],
    ]);
  });
  it('counts tier C half and leaves undated figures as printed', () => {
    expect(weightIn(2026, { tier: 'C' })).toBe(0.5);
    const [undated] = normsOf([figure('f', 100, { year: null })]).figures;
    expect(undated?.x).toBeCloseTo(Math.log(100), 12);
  });
  it('takes a range at its middle on the scale, and an open range not at all', () => {
    const built = normsOf([
      figure('range', 0, { typical: null, low: 50, high: 200 }),
      figure('open', 0, { typical: null, high: 200 }),
    ]);
    expect(built.figures[0]?.printed).toBeCloseTo(100, 9);
    expect(built.left_out).toMatchObject([{ family: 'open', reason: 'open_range' }]);
  });
  it('can be replayed as of a past year: later figures have no vote', () => {
    const past = buildNorms(publishedFigures, book, 2024);
    expect(past.figures.every((row) => row.year === null || row.year <= 2024)).toBe(true);
    expect(past.version).not.toBe(buildNorms(publishedFigures, book, 2026).version);
  });
  it('loses no row: each votes or is left out with a reason', () => {
    const built = buildNorms(publishedFigures, book, 2026);
    expect(built.figures.length + built.left_out.length).toBe(publishedFigures.length);
    expect(JSON.parse(JSON.stringify(built))).toEqual(built);
  });
});

describe('small samples', () => {
  const at = (lead_count?: number) => judged(norms, claim({ cpl: 20 }, { lead_count }));
  it('score the end of the interval nearest the norm', () => {
    expect(at().verdict).toBe('ask');
    expect(at(3)).toMatchObject({ verdict: 'plausible' });
    expect(codes(at(3))).toContain('small_sample');
    expect(at(10_000).z).toBeLessThan(-2);
  });
  it('come nearer the norm the fewer the leads', () => {
    const distances = [1, 5, 20, 100, 1000].map((n) => at(n).z ?? 0);
    expect(distances).toEqual([...distances].sort((a, b) => b - a));
  });
});
