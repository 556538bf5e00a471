import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../server/benchmarks/plausibility/claim.ts';
import { distribution } from '../../../server/benchmarks/plausibility/distribution.ts';
import { claim, judged, normsOf, publishedFigures, seededNorms } from '../../support/norms.ts';

/** Norms worked out by hand beforehand with a rough stratum, in USD of 2026; docs/norms.md lists each difference. */
const table: [string, Partial<Claim>, number, number][] = [
  ['paid search, software', {}, 3, 100],
  [
    'paid search, legal, injury named',
    { vertical: 'legal_services', subvertical: 'personal injury' },
    2,
    141,
  ],
  ['paid search, IT services', { vertical: 'it_managed_services' }, 0, 82],
  ['LinkedIn ads, software', { channel: 'paid_social', platform: 'linkedin' }, 5, 154],
  ['Meta ads, real estate', { channel: 'paid_social', platform: 'meta', vertical: 'real_estate' }, 1, 47],
  [
    'purchased insurance leads',
    { channel: 'affiliate_partnership', vertical: 'insurance', subvertical: 'auto insurance' },
    3,
    36,
  ],
];

describe('the worked table of norms', () => {
  it.each(table)('%s is within a third of the printed norm', (_, place, n, printed) => {
    const verdict = judged(seededNorms, claim({ cpl: printed }, place));
    expect(verdict.n).toBe(n);
    expect(Math.abs((verdict.norm ?? 0) / printed - 1)).toBeLessThan(1 / 3);
    expect(verdict.verdict).toBe('plausible');
  });
  it('holds every norm of the table where it is, so that a change is noticed', () => {
    const norms = table.map(([, place]) =>
      Math.round(judged(seededNorms, claim({ cpl: 50 }, place)).norm ?? 0),
    );
    expect(norms).toEqual([90, 139, 80, 168, 36, 34]);
  });
  it('holds the scales: held-out spread, the floor where it is wider', () => {
    const scale = (stratum: string) => seededNorms.scales[stratum];
    expect(scale('cost|lead|media_only')?.s_raw).toBeCloseTo(0.489, 2);
    expect(scale('cost|lead|media_only')?.s).toBe(0.65);
    expect(scale('qualified_lead_rate|lead_to_mql|leads')?.s).toBe(0.6);
    expect(scale('sql_rate|mql_to_sql|mqls')?.s).toBeCloseTo(1.054, 2);
  });
});

describe('published figures held against norms made without their own family', () => {
  const places = seededNorms.cells.filter(
    (cell) => cell.stratum === 'cost|lead|media_only' && cell.channel !== 'any' && cell.vertical !== 'any',
  );
  const families = [...new Set(places.flatMap((cell) => cell.votes.map((vote) => vote.family)))];
  const without = new Map(
    families.map((family) => [family, normsOf(publishedFigures.filter((row) => row.tags.family !== family))]),
  );
  /** Verdicts on every family vote divided by the factor, by the norms of all other families. */
  const verdicts = (factor: number) =>
    places.flatMap((cell) => {
      const [channel = '', platform] = cell.channel.split('.');
      return cell.votes.map((vote) => {
        const cpl = Math.exp(vote.x) / factor;
        const norms = without.get(vote.family) ?? seededNorms;
        const { verdict } = judged(norms, claim({ cpl }, { channel, platform, vertical: cell.vertical }));
        return { verdict, place: `${cell.channel} ${cell.vertical} ${vote.family}` };
      });
    });
  const shares = (factor: number) => {
    const all = verdicts(factor).filter(({ verdict }) => verdict !== 'no_norm');
    const share = (wanted: string) => all.filter(({ verdict }) => verdict === wanted).length;
    return { judged: all.length, ask: share('ask'), second_reviewer: share('second_reviewer') };
  };
  it('asks about few honest ones and finds the one that is absurdly low', () => {
    expect(shares(1)).toEqual({ judged: 62, ask: 0, second_reviewer: 1 });
    expect(verdicts(1).filter(({ verdict }) => verdict === 'second_reviewer')).toEqual([
      { verdict: 'second_reviewer', place: 'paid_social.meta travel_hospitality wordstream' },
    ]);
  });
  it('catches more the further a figure is understated', () => {
    expect([3, 5, 10].map(shares)).toEqual([
      { judged: 62, ask: 11, second_reviewer: 1 },
      { judged: 62, ask: 24, second_reviewer: 2 },
      { judged: 62, ask: 30, second_reviewer: 19 },
    ]);
  });
});

describe('the figures behind a norm', () => {
  it('are listed lowest first with value, family, weight, source, address and year', () => {
    const points = distribution(seededNorms, 'cost|lead|media_only', 'paid_search', 'legal_services');
    expect(points.length).toBeGreaterThan(2);
    expect(points.map((point) => point.value)).toEqual(
      points.map((point) => point.value).sort((a, b) => a - b),
    );
    expect(points[0]).toMatchObject({ family: 'wordstream', currency: 'USD', region: 'US' });
    expect(points.every((point) => point.title !== '' && point.weight > 0)).toBe(true);
  });
  it('are the rows a verdict names', () => {
    const verdict = judged(
      seededNorms,
      claim({ cpl: 150 }, { channel: 'paid_social', platform: 'linkedin' }),
    );
    const points = distribution(seededNorms, verdict.stratum, verdict.channel, 'b2b_saas_software');
    expect(points.map((point) => point.row).sort((a, b) => a - b)).toEqual(verdict.figures);
    expect(new Set(points.map((point) => point.family)).size).toBe(verdict.n);
  });
});
