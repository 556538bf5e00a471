import { stripMarkup } from './markup.ts';

/** What a person sees of a field, folded for matching, with the way back to the submitted offsets. */
export interface Plain {
  source: string;
  /** Folded: NFKC, no accents, no invisible characters, look-alikes resolved; case kept. */
  text: string;
  lower: string;
  starts: number[];
  ends: number[];
  /** Spans that a person does not see, or that disguise a word. */
  hidden: { start: number; end: number }[];
  /** Of those, stretches of whole hidden text (markup that is not shown). */
  concealed: { start: number; end: number }[];
}

const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/u;
const LETTER = /\p{L}/u;
const LATIN = /\p{Script=Latin}/u;
const FOREIGN = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
const MARK = /\p{M}/gu;
const PLAIN_ASCII = /^[\t\n\r -~]*$/;
const QUOTES: Record<string, string> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u02bc': "'",
  '\u00b4': "'",
  '`': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u00ab': '"',
  '\u00bb': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '\u2014',
  '\u2022': '\u2022',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u00df': 'ss',
  '\u00f8': 'o',
  '\u0142': 'l',
};

function fold(char: string): string {
  const known = QUOTES[char];
  if (known !== undefined) return known;
  if (char < '\u0080') return char;
  return char.normalize('NFKD').replace(MARK, '');
}

/** Folds one field. `confusables` maps look-alike letters (Cyrillic, Greek) to Latin ones. */
export function normalise(source: string, confusables: Record<string, string>): Plain {
  const plain: Plain = { source, text: '', lower: '', starts: [], ends: [], hidden: [], concealed: [] };
  const visible = source.includes('<') || source.includes('&') ? stripMarkup(source) : null;
  if (visible !== null) {
    plain.concealed.push(...visible.concealed);
    plain.hidden.push(...visible.concealed);
  }
  const out: string[] = [];
  const put = (piece: string, start: number, end: number): void => {
    for (let i = 0; i < piece.length; i += 1) {
      plain.starts.push(start);
      plain.ends.push(end);
    }
    out.push(piece);
  };
  if (visible === null && PLAIN_ASCII.test(source)) {
    for (let i = 0; i < source.length; i += 1) {
      plain.starts.push(i);
      plain.ends.push(i + 1);
    }
    plain.text = source;
    plain.lower = source.toLowerCase();
    return plain;
  }
  const chars: { char: string; start: number; end: number }[] = [];
  const take = (from: number, to: number): void => {
    for (let i = from; i < to; ) {
      const char = String.fromCodePoint(source.codePointAt(i) ?? 32);
      chars.push({ char, start: i, end: i + char.length });
      i += char.length;
    }
  };
  if (visible === null) take(0, source.length);
  else {
    for (const piece of visible.pieces) {
      if (piece.as === undefined) take(piece.start, piece.end);
      else chars.push({ char: piece.as, start: piece.start, end: piece.end });
    }
  }
  for (let i = 0; i < chars.length; i += 1) {
    const { char, start, end } = chars[i] as { char: string; start: number; end: number };
    if (INVISIBLE.test(char)) {
      const before = chars[i - 1]?.char ?? ' ';
      const after = chars[i + 1]?.char ?? ' ';
      const tag = (char.codePointAt(0) ?? 0) >= 0xe0000;
      const joined =
        (LATIN.test(before) || FOREIGN.test(before)) && (LATIN.test(after) || FOREIGN.test(after));
      if (char !== '\u00ad' && (tag || joined)) plain.hidden.push({ start, end });
      continue;
    }
    put(char < '\u0080' || LETTER.test(char) ? char : fold(char), start, end);
  }
  const raw = out.join('');
  resolveWords(raw, plain, confusables);
  return plain;
}

/** Resolves look-alikes inside mixed-script words and folds the rest; keeps the offset map in step. */
function resolveWords(raw: string, plain: Plain, confusables: Record<string, string>): void {
  const { starts, ends } = plain;
  const nextStarts: number[] = [];
  const nextEnds: number[] = [];
  let text = '';
  const word = /[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+/gu;
  for (const match of raw.matchAll(word)) {
    const mixed = LATIN.test(match[0]) && FOREIGN.test(match[0]);
    if (mixed) {
      plain.hidden.push({
        start: starts[match.index] as number,
        end: ends[match.index + match[0].length - 1] as number,
      });
    }
    let at = match.index;
    for (const char of match[0]) {
      const piece = mixed ? (confusables[char] ?? fold(char)) : fold(char);
      for (let i = 0; i < piece.length; i += 1) {
        nextStarts.push(starts[at] as number);
        nextEnds.push(ends[at + char.length - 1] as number);
      }
      text += piece;
      at += char.length;
    }
  }
  plain.starts = nextStarts;
  plain.ends = nextEnds;
  plain.text = text;
  const lower = text.toLowerCase();
  plain.lower = lower.length === text.length ? lower : text;
}
