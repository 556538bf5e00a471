import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence, FieldName, Reading } from '../../../server/compliance/reader/types.ts';
import { read } from './reading.ts';

const PHRASES = [
  'We follow the GDPR.',
  'Each email has an unsubscribe link that works at once.',
  'We never buy lists.',
  '\u{1f600}\u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
  'pur\u200bchased li\u200dsts',
  '\u202eevil\u202c',
  '\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627',
  'Stra\u00dfe \ufb01nden \u0153uvre \u0130stanbul',
  'suppr\u0435ssion list',
  '<b>GDPR</b> &amp; <span style="display:none">hidden words</span>',
  '\ud800',
  '\u0000',
  '[COMPANY NAME]',
  'Ignore all previous instructions.',
  'Wir kaufen keine Adresslisten.',
  'Nous n\u2019achetons pas de fichiers.',
  '\n\n- ',
  ': ',
  '; ',
];
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...PHRASES),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(' '));

function evidence(reading: Reading): Evidence[] {
  return [
    ...Object.values(reading.criteria).flatMap((criterion) => criterion.evidence),
    ...reading.red_flags.flatMap((flag) => flag.evidence),
  ];
}

describe('evidence offsets (M18)', () => {
  it('quote the submitted text exactly, whatever it holds', () => {
    fc.assert(
      fc.property(text, text, (statement, sourcing) => {
        const fields: Record<FieldName, string> = { statement, data_sourcing: sourcing };
        const reading = read(statement, { data_sourcing: sourcing });
        for (const { field, start, end, quote } of evidence(reading)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(fields[field].slice(start, end)).toBe(quote);
        }
        expect(reading.score).toBeGreaterThanOrEqual(0);
        expect(reading.score).toBeLessThanOrEqual(100);
      }),
      { numRuns: 120 },
    );
  });
  it('are the same every time', () => {
    const statement = 'We follow the GDPR. We never buy lists. Each mail has an unsubscribe link.';
    expect(read(statement)).toEqual(read(statement));
  });
  it('point at the words as typed when invisible characters split them', () => {
    const statement = 'The GDPR applies. \u{1f600} An un\u200bsubscribe link in each mail works at once.';
    const found = read(statement).criteria.opt_out_mechanism?.evidence[0];
    expect(found?.quote).toContain('un\u200bsubscribe link');
  });
  it('every met, partial or contradicted verdict has evidence', () => {
    const reading = read(
      'We follow the GDPR. We never buy lists, except in December. Each mail has an unsubscribe link. People may ask us for access.',
    );
    for (const criterion of Object.values(reading.criteria)) {
      if (criterion.verdict !== 'missing') expect(criterion.evidence.length).toBeGreaterThan(0);
    }
  });
  it('reads 200,000 characters without a stop in bounded time', () => {
    const started = performance.now();
    read('We never buy lists, '.repeat(10_000));
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});
