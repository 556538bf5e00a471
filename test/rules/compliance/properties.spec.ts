import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStatement } from '../../../server/compliance/reader/read.ts';
import type { Band, StatementInput } from '../../../server/compliance/reader/types.ts';
import { book, flags, reader } from './reading.ts';

const statements: StatementInput[] = ['statements-dev.jsonl', 'statements-voices.jsonl'].flatMap((name) =>
  readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line)),
);
const any = fc.constantFrom(...statements);
const RANK: Record<Band, number> = { reject: 0, review: 1, pass: 2 };
const blocking = new Set(
  book.red_flags.filter(({ severity }) => severity === 'blocking').map(({ id }) => id),
);

/** Sentences that state, in the author's own voice, what no lead generator may do. */
const GRAVE = [
  'We buy lists from a broker and do not ask where they come from.',
  'We ignore unsubscribe requests and keep writing.',
  'The GDPR does not apply to us.',
  'We took the customer database of our former employer with us.',
  'Our fake profiles on LinkedIn start the conversations.',
  'Wir kaufen Adresslisten bei einem Adressh\u00e4ndler und pr\u00fcfen sie nicht.',
  'Nous achetons des fichiers aupr\u00e8s de courtiers.',
  'Compramos las listas de contactos a un broker y no preguntamos.',
];

describe('properties of a reading (M18)', () => {
  it('reads the same text the same way twice', () => {
    fc.assert(
      fc.property(any, (input) => {
        expect(readStatement(reader, input)).toEqual(readStatement(reader, input));
      }),
      { numRuns: 60 },
    );
  });
  it('keeps every score between 0 and 100 and under each cap that applies', () => {
    fc.assert(
      fc.property(any, fc.string({ unit: 'binary', maxLength: 300 }), (input, noise) => {
        const { score, completeness, coherence, caps, red_flags, coherent } = readStatement(reader, {
          ...input,
          statement: `${input.statement}\n${noise}`,
        });
        for (const value of [score, completeness, coherence]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(100);
        }
        for (const { from, to } of caps) expect(to).toBeLessThan(from);
        if (caps.length > 0) expect(score).toBe(caps.at(-1)?.to);
        if (!coherent) expect(score).toBeLessThanOrEqual(book.caps.incoherent ?? 0);
        if (red_flags.some(({ severity }) => severity === 'blocking'))
          expect(score).toBeLessThanOrEqual(book.caps.blocking_flag ?? 0);
      }),
      { numRuns: 60 },
    );
  });
  it('never raises the band by a sentence that raises a blocking flag', () => {
    fc.assert(
      fc.property(any, fc.constantFrom(...GRAVE), (input, sentence) => {
        const before = readStatement(reader, input);
        const after = readStatement(reader, { ...input, statement: `${input.statement}\n\n${sentence}` });
        const raised = flags(after).some((id) => blocking.has(id) && !flags(before).includes(id));
        if (raised && !after.not_read) expect(RANK[after.band]).toBeLessThanOrEqual(RANK[before.band]);
      }),
      { numRuns: 80 },
    );
  });
  it.each(GRAVE)('raises a blocking flag for: %s', (sentence) => {
    const reading = readStatement(reader, {
      channels: ['cold_email_outbound'],
      regions: ['eu'],
      statement: sentence,
      data_sourcing: 'Company websites.',
    });
    expect(flags(reading).some((id) => blocking.has(id))).toBe(true);
  });
  it('raises the same flags in whatever order the paragraphs stand', () => {
    const many = statements.filter(({ statement }) => statement.split(/\n\s*\n/).length > 2);
    fc.assert(
      fc.property(fc.constantFrom(...many), fc.infiniteStream(fc.nat()), (input, order) => {
        const paragraphs = input.statement.split(/\n\s*\n/);
        const shuffled = paragraphs
          .map((text) => ({ text, key: order.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ text }) => text);
        const reading = readStatement(reader, { ...input, statement: shuffled.join('\n\n') });
        expect(flags(reading).sort()).toEqual(
          flags(readStatement(reader, { ...input, statement: paragraphs.join('\n\n') })).sort(),
        );
      }),
      { numRuns: 80 },
    );
  });
});
