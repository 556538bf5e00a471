import { type Piece, stripMarkup } from './markup.ts';

/** What a person sees of a field, folded for matching, with the way back to the submitted offsets. */
export interface Plain {
  source: string;
  /** Folded: NFKC, no accents, no invisible characters, look-alikes resolved; case kept. */
  text: string;
  lower: string;
  starts: ArrayLike<number>;
  ends: ArrayLike<number>;
  /** Spans that a person does not see, or that disguise a word. */
  hidden: { start: number; end: number }[];
  /** Of those, stretches of whole hidden text (markup that is not shown). */
  concealed: { start: number; end: number }[];
}

const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/u;
const LATIN = /\p{Script=Latin}/u;
const FOREIGN = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
const MARK = /\p{M}/gu;
const WORD_PART = /[\p{L}\p{M}\p{N}]/u;
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

/** What is known of a character outside ASCII; few different ones exist, so each is looked at once. */
interface Char {
  folded: string;
  invisible: boolean;
  foreign: boolean;
}

const chars = new Map<number, Char>();
const MOST = 8_000;

function charOf(code: number): Char {
  const known = chars.get(code);
  if (known !== undefined) return known;
  const char = String.fromCodePoint(code);
  const folded = QUOTES[char] ?? char.normalize('NFKD').replace(MARK, '');
  const found = { folded, invisible: INVISIBLE.test(char), foreign: FOREIGN.test(char) };
  if (chars.size >= MOST) chars.clear();
  chars.set(code, found);
  return found;
}

/** Offsets of a text in which nothing was folded: place n is place n. */
let identity = Int32Array.from({ length: 8_192 }, (_, at) => at);

function plainly(plain: Plain): Plain {
  const { length } = plain.source;
  if (identity.length <= length) identity = Int32Array.from({ length: length * 2 }, (_, at) => at);
  plain.text = plain.source;
  plain.lower = plain.source.toLowerCase();
  plain.starts = identity;
  plain.ends = identity.subarray(1);
  return plain;
}

/** Folds one field. `confusables` maps look-alike letters (Cyrillic, Greek) to Latin ones. */
export function normalise(source: string, confusables: Record<string, string>): Plain {
  const plain: Plain = { source, text: '', lower: '', starts: [], ends: [], hidden: [], concealed: [] };
  const marked = source.includes('<') || source.includes('&') ? stripMarkup(source) : null;
  if (marked === null && PLAIN_ASCII.test(source)) return plainly(plain);
  if (marked !== null) {
    plain.concealed.push(...marked.concealed);
    plain.hidden.push(...marked.concealed);
  }
  const pieces = marked?.pieces ?? [{ start: 0, end: source.length }];
  const shown = visibleOf(source, pieces, plain.hidden);
  if (shown.foreign) resolveWords(shown, confusables, plain.hidden);
  plain.text = shown.parts.join('');
  plain.starts = shown.starts;
  plain.ends = shown.ends;
  const lower = plain.text.toLowerCase();
  plain.lower = lower.length === plain.text.length ? lower : plain.text;
  return plain;
}

/** Folded pieces with the place each of their units came from. */
interface Shown {
  /** One entry per visible character. */
  parts: string[];
  /** The characters themselves, kept only where the text holds Greek or Cyrillic ones. */
  raw: string[];
  starts: number[];
  ends: number[];
  foreign: boolean;
}

function visibleOf(source: string, pieces: readonly Piece[], hidden: Plain['hidden']): Shown {
  const shown: Shown = { parts: [], raw: [], starts: [], ends: [], foreign: false };
  for (const piece of pieces) {
    if (piece.as !== undefined) {
      put(shown, piece.as, fold(piece.as), piece.start, piece.end);
      continue;
    }
    for (let at = piece.start; at < piece.end; ) {
      const code = source.codePointAt(at) as number;
      const size = code > 0xffff ? 2 : 1;
      if (code < 128) {
        const char = source[at] as string;
        put(shown, char, QUOTES[char] ?? char, at, at + 1);
      } else {
        const { folded, invisible, foreign } = charOf(code);
        const char = source.slice(at, at + size);
        if (invisible) {
          if (code !== 0xad && (code >= 0xe0000 || joins(source, at, size)))
            hidden.push({ start: at, end: at + size });
        } else {
          shown.foreign ||= foreign;
          put(shown, char, folded, at, at + size);
        }
      }
      at += size;
    }
  }
  return shown;
}

/** An invisible character hides something only between letters. */
function joins(source: string, at: number, size: number): boolean {
  const before = source[at - 1] ?? ' ';
  const after = source[at + size] ?? ' ';
  return (LATIN.test(before) || FOREIGN.test(before)) && (LATIN.test(after) || FOREIGN.test(after));
}

function fold(text: string): string {
  let folded = '';
  for (const char of text)
    folded += QUOTES[char] ?? (char < '\u0080' ? char : charOf(char.codePointAt(0) as number).folded);
  return folded;
}

function put(shown: Shown, char: string, folded: string, start: number, end: number): void {
  for (let i = 0; i < folded.length; i += 1) {
    shown.starts.push(start);
    shown.ends.push(end);
  }
  shown.parts.push(folded);
  shown.raw.push(char);
}

/** Resolves look-alikes inside words of mixed script; the places of all others stay as they are. */
function resolveWords(shown: Shown, confusables: Record<string, string>, hidden: Plain['hidden']): void {
  const { parts, raw, starts, ends } = shown;
  let unit = 0;
  for (let from = 0; from < raw.length; ) {
    const inWord = WORD_PART.test(raw[from] as string);
    let to = from + 1;
    let units = (parts[from] as string).length;
    while (to < raw.length && WORD_PART.test(raw[to] as string) === inWord) {
      units += (parts[to] as string).length;
      to += 1;
    }
    const word = inWord ? raw.slice(from, to).join('') : '';
    if (inWord && units > 0 && LATIN.test(word) && FOREIGN.test(word)) {
      hidden.push({ start: starts[unit] as number, end: ends[unit + units - 1] as number });
      for (let i = from; i < to; i += 1) {
        const better = confusables[raw[i] as string];
        // a look-alike takes the one place of the letter it stands for
        if (better !== undefined && better.length === (parts[i] as string).length) parts[i] = better;
      }
    }
    unit += units;
    from = to;
  }
}
