import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Mark, nextFinding, segmentsOf } from '../../../admin-ui/console/desk/state/segments.ts';

const mark = (start: number, end: number, finding: string): Mark => ({ start, end, finding });

describe('highlighting a submitted text', () => {
  it('leaves a text without marks in one piece', () => {
    expect(segmentsOf('plain', [])).toEqual([{ start: 0, end: 5, text: 'plain', findings: [] }]);
  });

  it('cuts overlapping marks into stretches that know all their findings, the narrowest first', () => {
    const found = segmentsOf('abcdefghij', [mark(1, 8, 'wide'), mark(4, 10, 'late'), mark(5, 6, 'narrow')]);
    expect(found.map((one) => [one.text, one.findings])).toEqual([
      ['a', []],
      ['bcd', ['wide']],
      ['e', ['late', 'wide']],
      ['f', ['narrow', 'late', 'wide']],
      ['gh', ['late', 'wide']],
      ['ij', ['late']],
    ]);
  });

  it('leaves out marks that are empty or outside the text', () => {
    expect(segmentsOf('abc', [mark(2, 2, 'x'), mark(9, 12, 'y')])).toHaveLength(1);
  });

  it('never draws half of a character of two units', () => {
    const found = segmentsOf('a😀b', [mark(2, 4, 'x')]);
    expect(found.map((one) => one.text)).toEqual(['a', '😀b']);
  });

  it('gives the text back when its stretches are joined, whatever the marks', () => {
    const marks = fc.array(
      fc.record({
        start: fc.integer({ min: -5, max: 60 }),
        end: fc.integer({ min: -5, max: 60 }),
        finding: fc.constantFrom('a', 'b', 'c'),
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), marks, (text, all) => {
        const found = segmentsOf(text, all);
        expect(found.map((one) => one.text).join('')).toBe(text);
      }),
    );
  });

  it('walks through the findings of one stretch click by click', () => {
    expect(nextFinding(['a', 'b'], null)).toBe('a');
    expect(nextFinding(['a', 'b'], 'a')).toBe('b');
    expect(nextFinding(['a', 'b'], 'b')).toBe('a');
  });
});
