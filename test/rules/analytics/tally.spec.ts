import { describe, expect, it } from 'vitest';
import { placesBetween } from '../../../server/analytics/rules/places-between.ts';
import {
  count,
  distanceTo,
  emptyTally,
  nearPoints,
  summaryOf,
} from '../../../server/analytics/rules/tally.ts';
import { wilson } from '../../../server/kernel/stats.ts';

const one = (
  decision: 'approved' | 'rejected',
  before: 'pass' | 'review' | 'reject',
  after: typeof before,
) => ({
  decision,
  before: { band: before, score: 50 },
  after: { band: after, score: 50 },
});

describe('what a what-if counts', () => {
  it('is how many would change band, from where to where, and both tables against what people decided', () => {
    const tally = emptyTally();
    count(tally, one('approved', 'pass', 'pass'), 9);
    count(tally, one('approved', 'pass', 'review'), 9);
    count(tally, one('rejected', 'review', 'reject'), 9);
    const summary = summaryOf(tally);
    expect(summary).toMatchObject({ compared: 3, changed: 2, near: 0 });
    expect(summary.moves).toEqual([
      { from: 'pass', to: 'review', count: 1 },
      { from: 'review', to: 'reject', count: 1 },
    ]);
    expect(summary.confusion).toContainEqual({ decision: 'approved', band: 'pass', before: 2, after: 1 });
    expect(summary.confusion).toContainEqual({ decision: 'rejected', band: 'reject', before: 0, after: 1 });
  });

  it('calls near what lies exactly two points from a line, and not a hair more', () => {
    const bands = { pass_min: 75, review_min: 35 };
    expect(distanceTo(73, bands)).toBe(nearPoints);
    const tally = emptyTally();
    count(tally, one('approved', 'pass', 'pass'), distanceTo(73, bands));
    count(tally, one('approved', 'pass', 'pass'), distanceTo(72.999, bands));
    expect(tally.near).toBe(1);
  });
});

describe('a sample', () => {
  it('takes places evenly from the first to the last', () => {
    const [first, last] = ['00000000-0000-7000-8000-000000000000', '00000000-0000-7000-8000-000000000064'];
    expect(placesBetween(first, last, 3)).toEqual([first, '00000000-0000-7000-8000-000000000032', last]);
    expect(placesBetween(first, last, 1)).toEqual([first]);
  });
});

describe('a share with its range', () => {
  it('is wide for few cases and narrow for many', () => {
    expect(wilson(0, 0)).toEqual({ share: 0, low: 0, high: 1 });
    const few = wilson(1, 10);
    const many = wilson(100, 1000);
    expect([few.low, few.high].map((one) => Math.round(one * 1000))).toEqual([18, 404]);
    expect([many.low, many.high].map((one) => Math.round(one * 1000))).toEqual([83, 120]);
  });
  it('never leaves 0 to 1', () => {
    expect(wilson(0, 5).low).toBe(0);
    expect(wilson(5, 5).high).toBe(1);
  });
});
