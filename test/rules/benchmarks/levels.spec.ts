import { describe, expect, it } from 'vitest';
import { cell, claim, codes, figure, judged, normsOf } from '../../support/norms.ts';

const hundred = (n: number) => Array.from({ length: n }, () => 100);
const spread = (n: number) => 0.65 * Math.sqrt(1 + 1 / (n + 3));
const at = (z: number, n: number) => 100 * Math.exp(z * spread(n));
/** Families that speak of the channel in another vertical. */
const elsewhere = (n: number, value = 100) =>
  Array.from({ length: n }, (_, index) => figure(`other${index}`, value, { vertical: 'education' }));

describe('the line that asks and the line of the second reviewer (M38, M39)', () => {
  const norms = normsOf(cell(hundred(4)));
  it('asks at z of exactly -2 and not just above it', () => {
    expect(judged(norms, claim({ cpl: at(-2, 4) }))).toMatchObject({ verdict: 'ask', level: 'cell' });
    expect(judged(norms, claim({ cpl: at(-1.9999, 4) })).verdict).toBe('plausible');
  });
  it('calls a second reviewer at z of exactly -3 and only asks just above it', () => {
    expect(judged(norms, claim({ cpl: at(-3, 4) })).verdict).toBe('second_reviewer');
    expect(judged(norms, claim({ cpl: at(-2.9999, 4) })).verdict).toBe('ask');
  });
  it('gives the line in money where z is -2, and the ratio to the norm', () => {
    const verdict = judged(norms, claim({ cpl: 25 }));
    expect(verdict.asks_below).toBeCloseTo(at(-2, 4), 9);
    expect(verdict.norm).toBeCloseTo(100, 9);
    expect(verdict.ratio).toBeCloseTo(0.25, 9);
  });
  it('names the line that really asks where severity is one lower: that of the second reviewer', () => {
    const abroad = (cpl: number) => judged(norms, claim({ cpl }, { country: 'DE' }));
    expect(abroad(50)).toMatchObject({ region_note: 'us_figures', verdict: 'plausible' });
    const line = abroad(50).asks_below ?? 0;
    expect(line).toBeCloseTo(at(-3, 4), 9);
    expect([abroad(line * 0.999).verdict, abroad(line * 1.001).verdict]).toEqual(['ask', 'plausible']);
    const empty = judged(normsOf(elsewhere(5)), claim({ cpl: 50 }));
    expect(empty.asks_below).toBeCloseTo(at(-3, 0), 9);
  });
  it('names no line where a rate one severity lower can never ask', () => {
    const rates = normsOf(
      cell([30, 30, 30, 30], {
        metric: 'qualified_lead_rate',
        tags: { stage: 'lead_to_mql', denom: 'leads' },
      }),
    );
    const rate = (country: string) => judged(rates, claim({ qualified_lead_rate: 99.9 }, { country }));
    expect(rate('US')).toMatchObject({ verdict: 'ask', asks_below: expect.closeTo(60.72, 2) });
    expect(rate('DE')).toMatchObject({ verdict: 'plausible', asks_below: null });
  });
  it('reckons with few leads: the line is where this claim would begin to ask', () => {
    const few = (cpl: number) => judged(norms, claim({ cpl }, { lead_count: 10 }));
    const line = few(100).asks_below ?? 0;
    expect(line).toBeLessThan(at(-2, 4));
    expect([few(line * 0.999).verdict, few(line * 1.001).verdict]).toEqual(['ask', 'plausible']);
  });
  it('only notes the high side, from z of exactly 3', () => {
    const high = judged(norms, claim({ cpl: at(3, 4) }));
    expect(high.verdict).toBe('plausible');
    expect(codes(high)).toContain('unusually_high');
    expect(codes(judged(norms, claim({ cpl: at(2.99, 4) })))).not.toContain('unusually_high');
  });
});

describe('how many families a verdict needs', () => {
  const low = claim({ cpl: 1 });
  it('three families in the cell and three in the channel are no norm, no penalty', () => {
    const verdict = judged(normsOf(cell(hundred(3))), low);
    expect(verdict).toMatchObject({ verdict: 'no_norm', level: 'none', n: 3, norm: null, z: null });
    expect(verdict.cell_median).toBeCloseTo(100, 9);
    expect(codes(verdict)).toContain('too_few_figures');
  });
  it('four in the cell stand alone, without a percentile', () => {
    expect(judged(normsOf(cell(hundred(4))), low)).toMatchObject({ level: 'cell', n: 4, percentile: null });
  });
  it('five in the cell give a percentile: (below + half the ties + a half) / (n + 1)', () => {
    const norms = normsOf(cell([80, 90, 100, 110, 120]));
    expect(judged(norms, claim({ cpl: 100 })).percentile).toBeCloseTo((100 * (2.5 + 0.5)) / 6, 9);
    expect(judged(norms, claim({ cpl: 1 })).percentile).toBeCloseTo((100 * 0.5) / 6, 9);
  });
  it('one to three in the cell borrow from a channel of five, at full severity', () => {
    const verdict = judged(normsOf([...cell([100]), ...elsewhere(4)]), low);
    expect(verdict).toMatchObject({ verdict: 'second_reviewer', level: 'channel', n: 1, channel_n: 5 });
    expect(codes(verdict)).toContain('borrowed_from_channel');
  });
  it('a channel of four is too few to borrow from', () => {
    expect(judged(normsOf([...cell([100]), ...elsewhere(3)]), low).verdict).toBe('no_norm');
    expect(judged(normsOf(elsewhere(4)), low).verdict).toBe('no_norm');
  });
  it('an empty cell takes the norm of a channel of five one severity lower', () => {
    const verdict = judged(normsOf(elsewhere(5)), low);
    expect(verdict).toMatchObject({ verdict: 'ask', level: 'channel', n: 0, cell_median: null });
    expect(verdict.norm).toBeCloseTo(100, 9);
    expect(codes(verdict)).toEqual(expect.arrayContaining(['channel_norm_only', 'severity_lowered']));
    expect(judged(normsOf(elsewhere(5)), claim({ cpl: at(-2.5, 0) })).verdict).toBe('plausible');
  });
  it('families are counted, not rows: one family with many rows is one vote', () => {
    const rows = [90, 95, 100, 105, 110].map((value) => figure('same', value));
    expect(judged(normsOf(rows), low)).toMatchObject({ verdict: 'no_norm', n: 1 });
  });
  it('figures of other channels only shrink and never judge', () => {
    const others = Array.from({ length: 9 }, (_, i) => figure(`mixed${i}`, 100, { channel: 'any' }));
    expect(judged(normsOf(others), low).verdict).toBe('no_norm');
  });
  it('a vertical written out by hand has no norm', () => {
    const verdict = judged(normsOf(elsewhere(9)), claim({ cpl: 1 }, { vertical: 'other' }));
    expect(verdict.verdict).toBe('no_norm');
    expect(codes(verdict)).toEqual(['vertical_without_figures']);
  });
});

describe('the blended norm', () => {
  it('pulls cell to channel and channel to the whole, each by k = 3', () => {
    const norms = normsOf([...cell([100, 100, 100, 100]), ...elsewhere(4, 25)]);
    const channel =
      ((8 * (Math.log(100) + Math.log(25))) / 2 + (3 * (Math.log(100) + Math.log(25))) / 2) / 11;
    const expected = Math.exp((4 * Math.log(100) + 3 * channel) / 7);
    const verdict = judged(norms, claim({ cpl: 60 }));
    expect(verdict.norm).toBeCloseTo(expected, 9);
    expect(verdict.cell_median).toBeCloseTo(100, 9);
    expect(verdict.notes.find((note) => note.code === 'blended')?.params).toMatchObject({ n: 4, k: 3 });
  });
});
