import { describe, expect, it } from 'vitest';
import { asClaim } from '../../../server/benchmarks/rules/judge-figures.ts';
import { plausibilityFaults } from '../../../server/benchmarks/rules/plausibility-faults.ts';
import { type BenchmarkFigures, benchmarkFiguresSchema } from '../../../server/benchmarks/schema/claim.ts';
import { plausibilityBookSchema } from '../../../server/benchmarks/schema/plausibility.ts';
import { book } from '../../support/norms.ts';

const figures: BenchmarkFigures = {
  channel: 'paid_search',
  vertical: 'legal_services',
  icp: { size: 'smb', definition: 'Law firms of up to twenty people' },
  campaign_objective: 'First consultations',
  cpl_minor: 15_000,
  currency: 'GBP',
  qualified_lead_rate: 8,
  timeframe: { from: '2024-10', to: '2025-05' },
  lead_definition: 'inquiry',
  cost_basis: 'all_in',
  country: 'GB',
};
const wrong = (change: Record<string, unknown>) =>
  benchmarkFiguresSchema
    .safeParse({ ...figures, ...change })
    .error?.issues.map((issue) => issue.path.join('.'));

describe('the figures of a claim (M34)', () => {
  it('are seven required fields and the three that make a comparison fair', () => {
    expect(benchmarkFiguresSchema.parse(figures)).toEqual(figures);
    const required = Object.keys(figures);
    expect(required.flatMap((key) => wrong({ [key]: undefined }) ?? [])).toEqual(required);
  });
  it('refuse a cost per lead without vertical or ICP', () => {
    expect(wrong({ vertical: undefined, icp: undefined })).toEqual(['vertical', 'icp']);
    expect(wrong({ icp: { size: 'smb', definition: '  ' } })).toEqual(['icp.definition']);
  });
  it('want the vertical in words when it is another one', () => {
    expect(wrong({ vertical: 'other' })).toEqual(['vertical_other']);
    expect(wrong({ vertical: 'other', vertical_other: 'Falconry' })).toBeUndefined();
  });
  it('want a period that ends after it begins, in months that exist', () => {
    expect(wrong({ timeframe: { from: '2025-02', to: '2025-01' } })).toEqual(['timeframe.to']);
    expect(wrong({ timeframe: { from: '2025-13', to: '2026-01' } })).toEqual(['timeframe.from']);
  });
  it.each([
    ['qualified_lead_rate', 101],
    ['sql_rate', -1],
    ['cpl_minor', 0],
    ['cpl_minor', 12.5],
    ['currency', 'pounds'],
    ['country', 'UKR'],
    ['lead_definition', 'lead'],
  ])('refuse %s %s', (key, value) => {
    expect(wrong({ [key]: value })).toEqual([key]);
  });
  it('refuse unknown fields rather than drop them', () => {
    expect(wrong({ verified: true })).toHaveLength(1);
  });
});

describe('the claim as the engine reads it', () => {
  it('has money in major units, the year the campaign ended and the platform where one is named', () => {
    const given = asClaim({ ...figures, spend_minor: 1_500_000, lead_count: 100, platform: 'meta' });
    expect(given).toMatchObject({ year: 2025, spend: 15_000, platform: 'meta' });
    expect(given.figures).toEqual({ cpl: 150, qualified_lead_rate: 8 });
  });
});

describe('the rule book of plausibility', () => {
  it('refuses a second-reviewer line inside the line that asks, an unknown member and another index currency', () => {
    const issues = (change: object) =>
      plausibilityBookSchema.safeParse({ ...book, ...change }).error?.issues.length;
    const faults = (change: object) =>
      plausibilityFaults({ ...book, ...change }).map(({ pointer }) => pointer);
    expect([issues({}), faults({})]).toEqual([undefined, []]);
    expect(faults({ thresholds: { ...book.thresholds, second_reviewer: 1 } })).toEqual([
      '/thresholds/second_reviewer',
    ]);
    expect(issues({ mood: 'strict' })).toBe(1);
    expect(faults({ index: { ...book.index, currency: 'EUR' } })).toEqual(['/index/currency']);
  });
  it('carries the prices index and year averages from 2016 on for every currency', () => {
    expect(book.index.values).toMatchObject({ '2021': 41.4, '2026': 66.69 });
    for (const years of Object.values(book.exchange.rates)) expect(Object.keys(years)).toHaveLength(11);
  });
});
