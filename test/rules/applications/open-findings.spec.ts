import { describe, expect, it } from 'vitest';
import { isGap, openFindings } from '../../../server/applications/rules/open-findings.ts';

const found = { coreGaps: ['opt_out_mechanism', 'lawful_basis'], blockingFlags: ['opt_out_denied'] };
const all = ['criterion:opt_out_mechanism', 'criterion:lawful_basis', 'flag:opt_out_denied'];

describe('what a person must judge before rejecting (M7)', () => {
  it('is every core gap and every blocking flag of the reading', () => {
    expect(openFindings(found, [])).toEqual(all);
    expect(openFindings({ coreGaps: [], blockingFlags: [] }, [])).toEqual([]);
  });

  it('is settled one by one; a criterion and a flag of one name are two findings', () => {
    expect(openFindings(found, [{ finding: 'criterion:lawful_basis' }])).toEqual([all[0], all[2]]);
    expect(openFindings({ coreGaps: ['x'], blockingFlags: ['x'] }, [{ finding: 'flag:x' }])).toEqual([
      'criterion:x',
    ]);
    expect(
      openFindings(
        found,
        all.map((finding) => ({ finding })),
      ),
    ).toEqual([]);
  });

  it('a gap is a criterion that is missing or contradicted, never one met in part', () => {
    expect(['met', 'partial', 'missing', 'contradicted'].map(isGap)).toEqual([false, false, true, true]);
  });
});
