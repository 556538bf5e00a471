import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest, poisson, wilson } from '../../../server/benchmarks/plausibility/interval.ts';
import { cellVotes, weightedMedian } from '../../../server/benchmarks/plausibility/votes.ts';
import { book, cell, claim, figure, judged, normsOf, seededNorms } from '../../support/norms.ts';

const amount = fc.double({ min: 0.5, max: 5000, noNaN: true });
const amounts = fc.array(amount, { minLength: 4, maxLength: 9 });
const severity = { plausible: 0, ask: 1, second_reviewer: 2, no_norm: -1, arithmetic: -1 };

describe('what holds for every claim', () => {
  it('the same money in another currency gets the same z and verdict', () => {
    const currencies = fc.constantFrom(...Object.keys(book.exchange.rates));
    fc.assert(
      fc.property(amount, currencies, fc.integer({ min: 2021, max: 2026 }), (dollars, currency, year) => {
        const rate = book.exchange.rates[currency]?.[String(year)] ?? 1;
        const home = judged(seededNorms, claim({ cpl: dollars }, { year }));
        const away = judged(seededNorms, claim({ cpl: dollars / rate }, { year, currency }));
        expect(away.z).toBeCloseTo(home.z ?? 0, 9);
        expect(away.verdict).toBe(home.verdict);
        expect((away.norm ?? 0) * rate).toBeCloseTo(home.norm ?? 0, 6);
      }),
      { numRuns: 60 },
    );
  });

  it('a lower cost is never judged more mildly, nor a higher one more strictly', () => {
    const leads = fc.option(fc.integer({ min: 1, max: 500 }), { nil: undefined });
    fc.assert(
      fc.property(amount, amount, leads, (a, b, lead_count) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((cpl) =>
          judged(seededNorms, claim({ cpl }, { lead_count })),
        );
        expect(low?.z ?? 0).toBeLessThanOrEqual((high?.z ?? 0) + 1e-9);
        expect(severity[low?.verdict ?? 'no_norm']).toBeGreaterThanOrEqual(
          severity[high?.verdict ?? 'no_norm'],
        );
      }),
      { numRuns: 60 },
    );
  });

  it('the line in money divides asking from not asking', () => {
    fc.assert(
      fc.property(amounts, (values) => {
        const norms = normsOf(cell(values));
        const line = judged(norms, claim({ cpl: 100 })).asks_below ?? 0;
        expect(judged(norms, claim({ cpl: line * 0.999 })).verdict).not.toBe('plausible');
        expect(judged(norms, claim({ cpl: line * 1.001 })).verdict).toBe('plausible');
      }),
      { numRuns: 60 },
    );
  });
});

describe('what holds for every norm', () => {
  it('adding a family moves the norm towards it, never away', () => {
    fc.assert(
      fc.property(amounts, amount, (values, added) => {
        const before = judged(normsOf(cell(values)), claim({ cpl: 1 })).norm ?? 0;
        const after = judged(normsOf([...cell(values), figure('added', added)]), claim({ cpl: 1 })).norm ?? 0;
        expect(Math.sign(added - before) * (after - before)).toBeGreaterThanOrEqual(-1e-9);
        expect(Math.abs(Math.log(added / after))).toBeLessThanOrEqual(
          Math.abs(Math.log(added / before)) + 1e-9,
        );
      }),
      { numRuns: 100 },
    );
  });
  it('does not depend on the order of the figures', () => {
    const given = cell([12, 40, 90, 300, 700]);
    fc.assert(
      fc.property(fc.shuffledSubarray(given, { minLength: given.length }), (shuffled) => {
        expect(judged(normsOf(shuffled), claim({ cpl: 50 })).z).toBeCloseTo(
          judged(normsOf(given), claim({ cpl: 50 })).z ?? 0,
          12,
        );
      }),
    );
  });
  it('is as wide as the floor at least, however well the figures agree', () => {
    fc.assert(
      fc.property(amounts, (values) => {
        const { scales } = normsOf(cell(values));
        expect(scales['cost|lead|media_only']?.s).toBeGreaterThanOrEqual(book.floors.cost);
      }),
    );
  });
});

describe('weighted medians and intervals', () => {
  it('is the ordinary median when all weights are equal', () => {
    expect(weightedMedian([3, 1, 2].map((x) => ({ x, weight: 0.5 })))).toBe(2);
    expect(weightedMedian([4, 1, 2, 3].map((x) => ({ x, weight: 1 })))).toBe(2.5);
    expect(weightedMedian([])).toBeNull();
  });
  it('two half weights count as one whole', () => {
    const points = [
      { x: 1, weight: 1 },
      { x: 5, weight: 0.5 },
      { x: 6, weight: 0.5 },
    ];
    expect(weightedMedian(points)).toBe(3);
  });
  it('a family with an old and a new row votes with their weighted average and its best weight', () => {
    const built = normsOf([figure('f', 100, { year: 2026 }), figure('f', 100, { year: 2021 })]);
    const [vote] = cellVotes(built.figures);
    const old = Math.log((100 * 66.69) / 41.4);
    expect(vote?.x).toBeCloseTo((Math.log(100) + 0.5 * old) / 1.5, 9);
    expect(vote).toMatchObject({ weight: 1 });
  });
  it('matches published limits: Wilson 8 of 10, Poisson of 10', () => {
    expect(wilson(80, 10, 1.96).low).toBeCloseTo(49.02, 1);
    expect(wilson(80, 10, 1.96).high).toBeCloseTo(94.33, 1);
    expect(poisson(10, 1.96).low).toBeCloseTo(4.8, 1);
    expect(poisson(10, 1.96).high).toBeCloseTo(18.39, 1);
  });
  it('an interval that holds the norm scores the norm itself', () => {
    expect([nearest(1, 3, 2), nearest(1, 3, 5), nearest(1, 3, 0)]).toEqual([2, 3, 1]);
  });
});
