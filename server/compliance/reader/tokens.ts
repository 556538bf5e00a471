import { gapMarks } from './gaps.ts';
import type { Plain } from './normalise.ts';
import { type Word, type WordBook, wordOf } from './words.ts';

/** One word or number of the folded text. `gap` is what stood between it and the word before, `marks` its stops. */
export interface Token {
  word: string;
  known: Word;
  start: number;
  end: number;
  gap: string;
  marks: number;
  capital: boolean;
}

/** Letters outside a-z, once look-alikes and accents are folded: rare, so left to a pattern. */
const FOREIGN_RUN = /\p{L}+/uy;

/** Cuts the folded text into words and numbers: "don't" is one word, "24h" two, "opt-out" two. */
export function tokenise(plain: Plain, words: WordBook): Token[] {
  const tokens: Token[] = [];
  const { lower, text } = plain;
  const length = lower.length;
  let last = 0;
  for (let at = 0; at < length; ) {
    const end = wordEnd(lower, at, length);
    if (end === 0) {
      at += 1;
      continue;
    }
    const single = at - last === 1 && lower.charCodeAt(last) === 32;
    const gap = single ? ' ' : lower.slice(last, at);
    const raw = lower.slice(at, end);
    const known = wordOf(words, lower.charCodeAt(end - 2) === 39 ? raw.replace("'", '') : raw);
    const code = text.charCodeAt(at);
    tokens.push({
      word: known.text,
      known,
      start: at,
      end,
      gap,
      marks: single ? 0 : gapMarks(gap),
      capital: code >= 65 && code <= 90,
    });
    last = end;
    at = end;
  }
  return tokens;
}

/** Where the word that starts here ends; 0 where none starts. */
function wordEnd(lower: string, from: number, length: number): number {
  const first = lower.charCodeAt(from);
  let at = from + 1;
  if (isLetter(first)) {
    while (at < length && isLetter(lower.charCodeAt(at))) at += 1;
    // "B2B", "B2C": one letter, one digit, one letter
    if (
      at === from + 1 &&
      isDigit(lower.charCodeAt(at)) &&
      isLetter(lower.charCodeAt(at + 1)) &&
      !isLetter(lower.charCodeAt(at + 2)) &&
      !isDigit(lower.charCodeAt(at + 2))
    )
      return at + 2;
    const negated =
      at - from >= 2 &&
      lower.charCodeAt(at - 1) === 110 &&
      lower.charCodeAt(at) === 39 &&
      lower.charCodeAt(at + 1) === 116 &&
      !isLetter(lower.charCodeAt(at + 2));
    return negated ? at + 2 : at;
  }
  if (isDigit(first)) {
    for (;;) {
      while (at < length && isDigit(lower.charCodeAt(at))) at += 1;
      const stop = lower.charCodeAt(at);
      if ((stop !== 46 && stop !== 44) || !isDigit(lower.charCodeAt(at + 1))) return at;
      at += 1;
    }
  }
  if (first === 37) return at;
  if (first < 128 && !(first >= 65 && first <= 90)) return 0;
  FOREIGN_RUN.lastIndex = from;
  return FOREIGN_RUN.test(lower) ? FOREIGN_RUN.lastIndex : 0;
}

const isLetter = (code: number): boolean => code >= 97 && code <= 122;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
