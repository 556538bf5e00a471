import type { ApplicationForm } from '../schema/form.ts';
import { type MatchKey, maskedWords } from './match-keys.ts';

const shingleWords = 4;
const bands = 8;
const rowsPerBand = 3;

/** FNV-1a over the text, 32 bits, from a seed. */
function hash(text: string, seed: number): number {
  let value = (0x811c9dc5 ^ seed) >>> 0;
  for (let at = 0; at < text.length; at += 1)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return value;
}

/** One more independent-enough hash from a first one, by an odd multiplier and a shift. */
const rehash = (value: number, row: number): number => {
  const mixed = Math.imul(value ^ Math.imul(row + 1, 0x9e3779b1), 0x85ebca6b) >>> 0;
  return (mixed ^ (mixed >>> 15)) >>> 0;
};

/**
 * Values that two nearly equal texts share and two different ones do not: minimum hashes of their word shingles in bands
 * (Broder). Two of eight bands in common mean roughly half of the shingles or more. Too short a text has none.
 */
export function nearBands(words: readonly string[]): string[] {
  if (words.length < 20) return [];
  const least = new Array<number>(bands * rowsPerBand).fill(0xffffffff);
  for (let at = 0; at + shingleWords <= words.length; at += 1) {
    const first = hash(words.slice(at, at + shingleWords).join(' '), 0);
    for (let row = 0; row < least.length; row += 1) {
      const value = rehash(first, row);
      if (value < (least[row] ?? 0)) least[row] = value;
    }
  }
  return Array.from({ length: bands }, (_, band) =>
    [band, ...least.slice(band * rowsPerBand, (band + 1) * rowsPerBand)].join(':'),
  );
}

/** What near-copies of the statement and copies of a case study are found by (M12). */
export function nearKeysOf(form: ApplicationForm): MatchKey[] {
  const keys = nearBands(maskedWords(form, form.statement)).map(
    (value): MatchKey => ({ kind: 'statement_near', value }),
  );
  for (const study of form.case_studies) {
    const words = maskedWords(form, study.summary);
    if (words.length >= 12) keys.push({ kind: 'case_study', value: words.join(' ') });
  }
  return [...new Map(keys.map((key) => [`${key.kind} ${key.value}`, key])).values()];
}
