import { BRACKETS, CLOSES, CUTS } from './gaps.ts';
import { isIn, type Lexicon, NO_FACTS, type Pattern, type Step, type WordFacts } from './patterns.ts';
import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';
import { factsIn } from './words.ts';

/** How far a statement binds its author: own present practice, or why it is none. */
export type Mode =
  | 'own'
  | 'hedged'
  | 'plan'
  | 'conditional'
  | 'ended'
  | 'others'
  | 'law'
  | 'advice'
  | 'question'
  | 'void';

/** A tag found at tokens `from` up to, not including, `to`; polarity and mode are read in a second step. */
export interface Hit {
  tag: string;
  /** Number of the tag in the book, and what it is for. */
  id: number;
  kind: number;
  from: number;
  to: number;
  clause: number;
  negated: boolean;
  /** Only words that negate the whole clause ("not", "never"), in either direction. */
  clauseNegated: boolean;
  mode: Mode;
}

/** Scratch: what the lexicon knows of each word of the sentence at hand. */
const scratch: WordFacts[] = [];

/** Finds every tag of the lexicon in one sentence, in one pass over its words. Longest match per tag and start. */
export function findTags(lexicon: Lexicon, tokens: readonly Token[], sentence: Sentence): Hit[] {
  const hits: Hit[] = [];
  const { patterns, tags } = lexicon;
  if (lexicon.slots.length < tags.names.length) lexicon.slots = new Int32Array(tags.names.length + 32);
  const { slots } = lexicon;
  const { from, to: end } = sentence;
  for (let i = from; i < end; i += 1) scratch[i - from] = factsIn(lexicon, (tokens[i] as Token).known);
  for (let i = from; i < end; i += 1) {
    const { starts, seconds } = scratch[i - from] as WordFacts;
    if (starts.length === 0) continue;
    const next = i + 1 < end ? (scratch[i + 1 - from] as WordFacts) : NO_FACTS;
    for (let at = 0; at < starts.length; at += 1) {
      const second = seconds[at] as number;
      if (second >= 0 && !isIn(next, second)) continue;
      const { tag, steps } = patterns[starts[at] as number] as Pattern;
      const to = steps.length === 1 ? i + 1 : run(steps, 1, i + 1, tokens, from, end);
      if (to < 0) continue;
      const slot = slots[tag] as number;
      const twin = slot < hits.length ? hits[slot] : undefined;
      if (twin !== undefined && twin.id === tag) {
        // what a longer find of the same tag holds already is not found again
        if (twin.to >= to) continue;
        if (twin.from === i) {
          twin.to = to;
          continue;
        }
      }
      slots[tag] = hits.length;
      hits.push({
        tag: tags.names[tag] as string,
        id: tag,
        kind: tags.kinds[tag] as number,
        from: i,
        to,
        clause: 0,
        negated: false,
        clauseNegated: false,
        mode: 'own',
      });
    }
  }
  return hits;
}

function run(
  steps: readonly Step[],
  step: number,
  at: number,
  tokens: readonly Token[],
  from: number,
  end: number,
): number {
  if (step === steps.length) return at;
  const { set, gap, optional } = steps[step] as Step;
  const last = at + gap < end ? at + gap : end - 1;
  for (let here = at; here <= last; here += 1) {
    const token = tokens[here] as Token;
    // A gap may cross a comma, words that belong together may not cross any stop.
    if (token.marks !== 0 && (token.marks & CLOSES) !== 0) {
      if (gap === 0 ? (token.marks & BRACKETS) === 0 : (token.marks & CUTS) !== 0) break;
    }
    if (isIn(scratch[here - from] as WordFacts, set)) {
      const to = run(steps, step + 1, here + 1, tokens, from, end);
      if (to >= 0) return to;
    }
  }
  return optional ? run(steps, step + 1, at, tokens, from, end) : -1;
}
