import { describe, expect, it } from 'vitest';
import { headlineOf, worse } from '../../../server/benchmarks/rules/judge-figures.ts';
import type { ClaimVerdictName } from '../../../server/benchmarks/schema/reply.ts';

const headline = (...verdicts: ClaimVerdictName[]) => headlineOf(verdicts.map((verdict) => ({ verdict })));

describe('the headline of a claim with several figures (M37)', () => {
  it('is the worst of what could be compared: a figure without a norm penalises nothing', () => {
    expect(headline('plausible', 'no_norm')).toBe('plausible');
    expect(headline('no_norm', 'plausible', 'no_norm')).toBe('plausible');
    expect(headline('no_norm', 'ask')).toBe('ask');
    expect(headline('second_reviewer', 'no_norm', 'ask')).toBe('second_reviewer');
    expect(headline('arithmetic', 'second_reviewer', 'no_norm')).toBe('arithmetic');
  });

  it('says no norm, which is no pass, where nothing could be compared', () => {
    expect(headline('no_norm')).toBe('no_norm');
    expect(headline('no_norm', 'no_norm', 'no_norm')).toBe('no_norm');
    expect(headline()).toBe('no_norm');
  });

  it('across the claims of an application one without any norm still stands above plausible', () => {
    expect(worse('plausible', 'no_norm')).toBe('no_norm');
    expect(worse('no_norm', 'ask')).toBe('ask');
    expect(worse('arithmetic', 'second_reviewer')).toBe('arithmetic');
  });
});
