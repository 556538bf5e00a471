import type { Plain } from './normalise.ts';

/** One word or number of the folded text. `gap` is what stood between it and the word before. */
export interface Token {
  word: string;
  start: number;
  end: number;
  gap: string;
  /** Set when the word is glued to the one before by a hyphen: "do-not-call". */
  glued: boolean;
  capital: boolean;
}

const WORD = /[a-z]+n't(?![a-z])|[a-z]+|\d+(?:[.,]\d+)*|%|\p{L}+/gu;

/** Cuts the folded text into words and numbers: "don't" is one word, "24h" two, "opt-out" two glued ones. */
export function tokenise(plain: Plain): Token[] {
  const tokens: Token[] = [];
  const { lower, text } = plain;
  let last = 0;
  WORD.lastIndex = 0;
  for (let match = WORD.exec(lower); match !== null; match = WORD.exec(lower)) {
    const found = match[0];
    const start = match.index;
    const gap = lower.slice(last, start);
    const code = text.charCodeAt(start);
    tokens.push({
      word: found.includes("'") ? found.replace("'", '') : found,
      start,
      end: start + found.length,
      gap,
      glued: gap === '-',
      capital: code >= 65 && code <= 90,
    });
    last = start + found.length;
  }
  return tokens;
}
