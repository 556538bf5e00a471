import { describe, expect, it } from 'vitest';
import type { Judgement } from '../../../server/compliance/reader/judge.ts';
import { bandOf, scoreOf } from '../../../server/compliance/reader/score.ts';
import type { Verdict } from '../../../server/compliance/reader/types.ts';
import { book, read } from './reading.ts';

function judged(changes: Record<string, Verdict> = {}): Map<string, Judgement> {
  return new Map(book.criteria.map(({ id }) => [id, { verdict: changes[id] ?? 'met', because: [] }]));
}
const flag = (id: string, severity: string) => ({ id, severity });

describe('score, caps and bands of the rubric (M18)', () => {
  it('gives 100 where everything is met', () => {
    expect(scoreOf(book, judged(), [], true)).toMatchObject({
      score: 100,
      band: 'pass',
      completeness: 100,
      coherence: 100,
      caps: [],
    });
  });
  it('compares the unrounded score: 75 passes, a hair below is reviewed, 35 is reviewed, a hair below rejected', () => {
    expect(bandOf(book, 75)).toBe('pass');
    expect(bandOf(book, 74.999999)).toBe('review');
    expect(bandOf(book, 35)).toBe('review');
    expect(bandOf(book, 34.999999)).toBe('reject');
  });
  it.each([
    ['a blocking flag', {}, [flag('opt_out_denied', 'blocking')], true, 25],
    ['an incoherent statement', {}, [], false, 25],
    ['two core gaps', { opt_out_mechanism: 'missing', excluded_practices: 'contradicted' }, [], true, 34],
    ['one core gap', { opt_out_mechanism: 'missing' }, [], true, 59],
    ['a major flag', {}, [flag('hidden_text', 'major')], true, 59],
    ['a key gap', { lawful_basis: 'missing' }, [], true, 74],
    ['a core item only partial', { regulatory_scope: 'partial' }, [], true, 74],
  ] as const)('caps %s', (_, changes, flags, coherent, limit) => {
    const scored = scoreOf(book, judged(changes), [...flags], coherent);
    expect(scored.score).toBe(limit);
    expect(scored.caps.at(-1)).toMatchObject({ to: limit });
  });
  it('lists caps in the order applied, each from where the one before left off', () => {
    const { caps } = scoreOf(
      book,
      judged({ lawful_basis: 'missing' }),
      [flag('hidden_text', 'major'), flag('opt_out_denied', 'blocking')],
      true,
    );
    expect(caps.map(({ to }) => to)).toEqual([74, 59, 25]);
    for (let i = 1; i < caps.length; i += 1) expect(caps[i]?.from).toBe(caps[i - 1]?.to);
  });
  it('takes 3 points for each minor flag and 9 at most', () => {
    const minor = (n: number) => Array.from({ length: n }, (_, i) => flag(`m${i}`, 'minor'));
    expect(scoreOf(book, judged(), minor(1), true).score).toBe(97);
    expect(scoreOf(book, judged(), minor(4), true).score).toBe(91);
  });
  it('floors both sub-scores at 0 when contradictions outweigh what is met', () => {
    const all = Object.fromEntries(book.criteria.map(({ id }) => [id, 'contradicted' as const]));
    expect(scoreOf(book, judged(all), [], true)).toMatchObject({ score: 0, completeness: 0, coherence: 0 });
  });
  it('counts coherence over specificity and consistency only', () => {
    const scored = scoreOf(book, judged({ practice_specificity: 'missing' }), [], true);
    expect(scored.coherence).toBe(50);
    expect(scored.completeness).toBe(100);
  });
  it('sends a language it does not read to people, never to reject', () => {
    const reading = read(
      'La nostra agenzia opera nel rispetto del regolamento europeo. Ogni messaggio contiene un collegamento per cancellarsi subito dalla lista.',
    );
    expect(reading).toMatchObject({ not_read: true, band: 'review', language: 'und' });
  });
});
