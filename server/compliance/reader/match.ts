import { factsOf, type Lexicon } from './patterns.ts';
import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';

/** A tag found at tokens `from` up to, not including, `to`. */
export interface Hit {
  tag: string;
  from: number;
  to: number;
}

const BREAK = /[,;:!?()\u2014\u2022|]/;

/** Finds every tag of the lexicon in one sentence, in one pass over its words. Longest match per tag and start. */
export function findTags(lexicon: Lexicon, tokens: readonly Token[], sentence: Sentence): Hit[] {
  const hits: Hit[] = [];
  const atoms: (readonly number[])[] = [];
  const starts: (readonly number[])[] = [];
  for (let i = sentence.from; i < sentence.to; i += 1) {
    const facts = factsOf(lexicon, (tokens[i] as Token).word);
    atoms.push(facts.atoms);
    starts.push(facts.starts);
  }
  for (let i = sentence.from; i < sentence.to; i += 1) {
    const here = hits.length;
    for (const index of starts[i - sentence.from] as readonly number[]) {
      const pattern = lexicon.patterns[index] as { tag: number; steps: StepLike[] };
      const to = pattern.steps.length === 1 ? i + 1 : run(pattern.steps, 1, i + 1, tokens, sentence, atoms);
      if (to < 0) continue;
      const tag = lexicon.tags[pattern.tag] as string;
      let twin: Hit | undefined;
      for (let j = here; j < hits.length; j += 1) if ((hits[j] as Hit).tag === tag) twin = hits[j];
      if (twin === undefined) hits.push({ tag, from: i, to });
      else if (to > twin.to) twin.to = to;
    }
  }
  return hits;
}

interface StepLike {
  atoms: Set<number>;
  optional: boolean;
  gap: number;
}

function run(
  steps: readonly StepLike[],
  step: number,
  at: number,
  tokens: readonly Token[],
  sentence: Sentence,
  atoms: readonly (readonly number[])[],
): number {
  const current = steps[step];
  if (current === undefined) return at;
  for (let skip = 0; skip <= current.gap; skip += 1) {
    const here = at + skip;
    if (here >= sentence.to) break;
    const gap = (tokens[here] as Token).gap;
    // A gap may cross a comma, words that belong together may not cross any stop.
    if (gap !== ' ' && gap !== '-' && BREAK.test(gap)) {
      if (current.gap === 0 ? !/^[\s(]*[(][\s]*$|^[)(]+$/.test(gap) : /[;:!?\u2022]/.test(gap)) break;
    }
    if (includesAny(current.atoms, atoms[here - sentence.from] as number[])) {
      const to = run(steps, step + 1, here + 1, tokens, sentence, atoms);
      if (to >= 0) return to;
    }
  }
  return current.optional ? run(steps, step + 1, at, tokens, sentence, atoms) : -1;
}

function includesAny(set: Set<number>, atoms: readonly number[]): boolean {
  for (const atom of atoms) if (set.has(atom)) return true;
  return false;
}
