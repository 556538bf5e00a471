/** What stands between two words, as bits: the reader asks for the same few stops again and again. */
export const COMMA = 1;
export const STOP = 2;
export const HEADING = 4;
export const AMPERSAND = 8;
export const SEMICOLON = 16;
/** A stop that words belonging together never cross. */
export const CLOSES = 32;
/** A stop that even a pattern with a gap does not cross. */
export const CUTS = 64;
/** A quotation mark stands in it. */
export const QUOTE = 512;
/** Where a conjunct, an enumeration or a bracket begins anew. */
export const PARTS = 256;
/** Only brackets: "right (Art. 21)" still belongs together. */
export const BRACKETS = 128;

const cache = new Map<string, number>();
const MOST = 2_000;

/** The stops of a gap; remembered, because few different gaps exist. */
export function gapMarks(gap: string): number {
  const known = cache.get(gap);
  if (known !== undefined) return known;
  let marks = 0;
  if (gap.includes(',')) marks |= COMMA;
  if (/[;\u2014\u2022]| - /.test(gap)) marks |= STOP;
  // a colon that introduces what follows; not one inside quotes, as in a subject line "Re:"
  if (/^[^"']*:\s[^"']*$|\s\|\s/.test(gap)) marks |= HEADING;
  if (gap.includes('&')) marks |= AMPERSAND;
  if (gap.includes(';')) marks |= SEMICOLON;
  if (gap !== '-' && /[,;:!?()\u2014\u2022|]/.test(gap)) marks |= CLOSES;
  if (/[;:!?\u2022]/.test(gap)) marks |= CUTS;
  if (/^[\s(]*[(][\s]*$|^[)(]+$/.test(gap)) marks |= BRACKETS;
  if (/[,;:(]/.test(gap)) marks |= PARTS;
  if (gap.includes('"')) marks |= QUOTE;
  if (cache.size >= MOST) cache.clear();
  cache.set(gap, marks);
  return marks;
}
