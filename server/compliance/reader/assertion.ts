import { clausesOf } from './clauses.ts';
import type { Hit } from './match.ts';
import { consumed, listNegation, polarity, type Scope } from './negation.ts';
import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';

/** How far a statement binds its author: 2 own present practice, 1 hedged, 0 no evidence. */
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

/** A cue with its reading: polarity, and whether it counts as the author's own present practice. */
export interface Cue extends Hit {
  negated: boolean;
  /** Only words that negate the whole clause ("not", "never"), in either direction. */
  clauseNegated: boolean;
  mode: Mode;
  clause: number;
}

export interface ReadSentence extends Sentence {
  cues: Cue[];
  byTag: Map<string, Cue[]>;
  exception: boolean;
}

const MODES: [string, Mode][] = [
  ['as.others', 'others'],
  ['as.law', 'law'],
  ['as.advice', 'advice'],
  ['as.ended', 'ended'],
  ['as.plan', 'plan'],
  ['as.cond', 'conditional'],
  ['as.hedge', 'hedged'],
];

/** Reads polarity and mode of every tag of a sentence. `inherited` is a negation opened by an earlier line. */
export function assess(
  sentence: Sentence,
  tokens: readonly Token[],
  hits: readonly Hit[],
  inherited: boolean,
): ReadSentence {
  const clauses = clausesOf(sentence, tokens, hits);
  const marks = listNegation(
    sentence,
    tokens,
    hits.filter((hit) => hit.tag.startsWith('as.') && !consumed(hit, hits)),
  );
  const scope: Scope = { sentence, tokens, marks, clauses, inherited };
  const cues: Cue[] = [];
  for (const hit of hits) {
    if (hit.tag.startsWith('as.')) continue;
    const clause = clauses[hit.from - sentence.from] as number;
    cues.push({
      ...hit,
      clause,
      ...polarity(hit, scope),
      mode: modeOf(hit, scope),
    });
  }
  const byTag = new Map<string, Cue[]>();
  for (const cue of cues) {
    const list = byTag.get(cue.tag);
    if (list === undefined) byTag.set(cue.tag, [cue]);
    else list.push(cue);
  }
  return { ...sentence, cues, byTag, exception: marks.some((mark) => mark.tag === 'as.except') };
}

/** What a clause says of the time, certainty and owner of the conduct in it. */
function modeOf(hit: Hit, scope: Scope): Mode {
  if (scope.sentence.question) return 'question';
  const at = (mark: Hit): number => scope.clauses[mark.from - scope.sentence.from] as number;
  const clause = at(hit);
  for (const [tag, mode] of MODES) {
    for (const mark of scope.marks) {
      if (mark.tag !== tag || (at(mark) !== clause && mode !== 'law' && mode !== 'advice')) continue;
      if (mode === 'others' && mark.from > hit.from) continue;
      // ", usually the same week" hedges what follows it, not the practice before.
      if (mode === 'hedged' && mark.from > hit.from && (scope.tokens[mark.from] as Token).gap.includes(','))
        continue;
      if (mode === 'hedged' && scope.marks.some((other) => other.tag === 'as.firm' && at(other) === clause))
        continue;
      return mode;
    }
  }
  return 'own';
}
