import type { Plain } from './normalise.ts';
import type { Token } from './tokens.ts';
import type { FieldName } from './types.ts';
import { ROLES } from './words.ts';

/** A sentence or list line: token range, position in its paragraph, how it ends. */
export interface Sentence {
  field: FieldName;
  index: number;
  from: number;
  to: number;
  paragraph: number;
  question: boolean;
  /** The line ends with a colon and introduces what follows. */
  opens: boolean;
  bullet: boolean;
  start: number;
  end: number;
}

const LONGEST = 240;
/** A line of so few words without a stop heads the list below it. */
const HEADING_WORDS = 8;
const BULLET = /(^|\n)\s*(?:[-*\u2022\u00b7\u25cf\u2013\u2014]|\(?\d{1,2}[.)]|[a-z]\))\s*$/;

/** Splits tokens into sentences; abbreviations ("Art. 6", "9 a.m.") and decimals do not end one. */
export function splitSentences(
  plain: Plain,
  tokens: readonly Token[],
  field: FieldName,
  abbreviations: ReadonlySet<string>,
): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  let paragraph = 0;
  let bullet = false;
  const close = (to: number, tail: string, listNext = false): void => {
    if (to <= from) return;
    sentences.push({
      field,
      index: sentences.length,
      from,
      to,
      paragraph,
      question: /^[^\p{L}\n]*\?/u.test(tail),
      opens:
        /^[\s"')]*:\s*(?:\n|$)/.test(tail) ||
        (listNext && !bullet && to - from <= HEADING_WORDS && /^\s/.test(tail)),
      bullet,
      start: plain.starts[(tokens[from] as Token).start] as number,
      end: plain.ends[(tokens[to - 1] as Token).end - 1] as number,
    });
    from = to;
  };
  for (let i = 1; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    const gap = token.gap;
    // Text without stops is cut all the same, so that work stays linear in its length.
    if (i - from >= LONGEST) close(i, gap);
    if (gap.length < 2) continue;
    const line = gap.includes('\n');
    const listed = line && BULLET.test(gap);
    if (line || ends(gap, tokens[i - 1] as Token, token, abbreviations)) {
      close(i, gap, listed);
      bullet = listed;
      if (/\n\s*\n/.test(gap)) paragraph += 1;
    }
  }
  const last = tokens[tokens.length - 1];
  if (last !== undefined) close(tokens.length, plain.lower.slice(last.end));
  return sentences;
}

function ends(gap: string, before: Token, after: Token, abbreviations: ReadonlySet<string>): boolean {
  if (/[!?]/.test(gap) && /\s/.test(gap)) return true;
  const dot = gap.indexOf('.');
  if (dot < 0 || !/[\s\u2022]/.test(gap.slice(dot + 1))) return false;
  if (gap.startsWith('.') && abbreviations.has(before.word))
    return (before.known.roles & ROLES.numbered) !== 0 && !/^\d|^[ivx]+$/.test(after.word);
  if (gap.startsWith('.') && before.word.length === 1 && /[a-z]/.test(before.word) && before.word !== 'i') {
    return after.capital && /^(?:m|s|d)$/.test(before.word) && !/\d/.test(after.word);
  }
  return true;
}
