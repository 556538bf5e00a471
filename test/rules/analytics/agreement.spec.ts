import { describe, expect, it } from 'vitest';
import { agreementOf, type Counted, ranked } from '../../../server/analytics/rules/agreement.ts';

const said = (finding: string, machine: string, count: number): Counted => ({
  finding,
  machine,
  judged: null,
  count,
});
const turned = (finding: string, machine: string, judged: string, count: number): Counted => ({
  finding,
  machine,
  judged,
  count,
});

describe('how often people overturn the machine (M18)', () => {
  it('is counted per finding, of every decided application that carries it, by direction', () => {
    const [row] = agreementOf([
      said('criterion:retention', 'missing', 40),
      said('criterion:retention', 'met', 60),
      turned('criterion:retention', 'met', 'partial', 2),
      turned('criterion:retention', 'missing', 'met', 8),
    ]);
    expect(row).toMatchObject({
      id: 'criterion:retention',
      kind: 'criterion',
      judged: 100,
      overturned: 10,
      share: 0.1,
      directions: [
        { from: 'missing', to: 'met', count: 8, of: 40 },
        { from: 'met', to: 'partial', count: 2, of: 60 },
      ],
    });
    expect(row?.low).toBeCloseTo(0.055, 3);
    expect(row?.high).toBeCloseTo(0.174, 3);
  });

  it('names findings nobody overturned, and flags as what they are', () => {
    expect(agreementOf([said('flag:hidden_text', 'raised', 3)])).toMatchObject([
      { kind: 'flag', judged: 3, overturned: 0, share: 0, directions: [] },
    ]);
    expect(agreementOf([])).toEqual([]);
  });

  it('puts the surely worst first: one of one does not stand before forty of a hundred', () => {
    const rows = agreementOf([
      said('flag:once', 'raised', 1),
      turned('flag:once', 'raised', 'lifted', 1),
      said('flag:often', 'raised', 100),
      turned('flag:often', 'raised', 'lifted', 40),
      said('flag:never', 'raised', 100),
    ]);
    const order = (by: 'low' | 'share', way: 'asc' | 'desc') =>
      ranked(rows, by, way).map(({ id }) => id.slice(5));
    expect(order('low', 'desc')).toEqual(['often', 'once', 'never']);
    expect(order('share', 'desc')).toEqual(['once', 'often', 'never']);
    expect(order('low', 'asc')[0]).toBe('never');
  });
});
