import { clausesOf } from './clauses.ts';
import { COMMA } from './gaps.ts';
import type { Hit, Mode } from './match.ts';
import { membersBeside } from './members.ts';
import { apart, consumed, listNegation, polarity, quoted, type Scope } from './negation.ts';
import type { Sentence } from './sentences.ts';
import { EXCEPTION, FIRM, MARK, MODAL, NEGATOR, OWN, PRACTICE, USE } from './tags.ts';
import type { Token } from './tokens.ts';

/** A cue with its reading: polarity, and whether it counts as the author's own present practice. */
export type Cue = Hit;

export interface ReadSentence extends Sentence {
  cues: Cue[];
  /** Which tags it holds, one bit per tag number. */
  tags: number[];
  exception: boolean;
  /** Members of a list that stand beside a practice ruled out in it. */
  beside: number;
  /** The author speaks of own doing in it: "we", "are imported". */
  voiced: boolean;
}

export function hasTag(sentence: ReadSentence, tag: string): boolean {
  return sentence.cues.some((cue) => cue.tag === tag);
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
const RANKS = new Map(MODES.map(([tag], rank) => [tag, rank]));

const NONE: Hit[] = [];

/** The marks of time, certainty and owner, the weightiest first. */
function byRank(marks: readonly Hit[]): Hit[] {
  const modal = marks.filter(({ kind }) => (kind & MODAL) !== 0);
  return modal.sort((a, b) => (RANKS.get(a.tag) ?? 0) - (RANKS.get(b.tag) ?? 0));
}

/** Reads polarity and mode of every tag of a sentence. `inherited` is a negation opened by an earlier line. */
export function assess(
  sentence: Sentence,
  tokens: readonly Token[],
  hits: readonly Hit[],
  inherited: boolean,
): ReadSentence {
  const { of: clauses, verbs } = clausesOf(sentence, tokens, hits);
  const kept: Hit[] = [];
  for (const hit of hits)
    if (
      (hit.kind & MARK) !== 0 &&
      ((hit.kind & NEGATOR) === 0 || !(consumed(hit, hits) || quoted(hit, tokens)))
    )
      kept.push(hit);
  const marks = listNegation(sentence, tokens, kept);
  let all = 0;
  for (const { kind } of marks) all |= kind;
  const modal = (all & MODAL) === 0 ? NONE : byRank(marks);
  const negators = (all & NEGATOR) === 0 ? NONE : apart(marks.filter(({ kind }) => (kind & NEGATOR) !== 0));
  const scope: Scope = { sentence, tokens, marks, modal, negators, clauses, verbs, inherited };
  const cues: Cue[] = [];
  const tags: number[] = [];
  for (const hit of hits) {
    if ((hit.kind & MARK) !== 0) continue;
    if (negators.length > 0 || inherited) {
      const bits = polarity(hit, scope);
      hit.negated = (bits & 1) !== 0;
      hit.clauseNegated = (bits & 2) !== 0;
    }
    hit.clause = clauses[hit.from - sentence.from] as number;
    hit.mode = modeOf(hit, scope);
    cues.push(hit);
    tags[hit.id >> 5] = (tags[hit.id >> 5] ?? 0) | (1 << (hit.id & 31));
  }
  if (sentence.field === 'statement' && !sentence.question)
    refuseList(cues, kept, () => membersBeside(sentence, tokens, hits));
  return {
    field: sentence.field,
    index: sentence.index,
    from: sentence.from,
    to: sentence.to,
    paragraph: sentence.paragraph,
    question: sentence.question,
    opens: sentence.opens,
    bullet: sentence.bullet,
    start: sentence.start,
    end: sentence.end,
    cues,
    tags,
    beside: cues.some((cue) => cue.clauseNegated && (cue.kind & PRACTICE) !== 0)
      ? membersBeside(sentence, tokens, hits)
      : 0,
    voiced: (all & (USE | OWN)) !== 0,
    exception: (all & EXCEPTION) !== 0,
  };
}

/**
 * Bad practices named in one breath, with no word that the author uses them, are a list of what is ruled out,
 * however its heading is worded ("Bought files, robots, false names: not in this house"). One of them is enough
 * beside other members of a list, where nobody speaks of "we" at all.
 */
function refuseList(cues: readonly Cue[], marks: readonly Hit[], beside: () => number): void {
  let first = '';
  let several = false;
  for (const { tag, kind, clauseNegated, mode } of cues) {
    if ((kind & PRACTICE) === 0 || clauseNegated || mode !== 'own' || !tag.startsWith('px.')) continue;
    if (first !== '' && tag !== first) several = true;
    first = tag;
  }
  if (first === '' || marks.some(({ kind }) => (kind & USE) !== 0)) return;
  if (!several && (marks.some(({ kind }) => (kind & OWN) !== 0) || beside() === 0)) return;
  for (const cue of cues)
    if ((cue.kind & PRACTICE) !== 0 && cue.mode === 'own') {
      cue.negated = true;
      cue.clauseNegated = true;
    }
}

/** What a clause says of the time, certainty and owner of the conduct in it. */
function modeOf(hit: Hit, scope: Scope): Mode {
  if (scope.sentence.question) return 'question';
  if (scope.modal.length === 0) return 'own';
  const at = (mark: Hit): number => scope.clauses[mark.from - scope.sentence.from] as number;
  const clause = at(hit);
  for (const mark of scope.modal) {
    const [, mode] = MODES[RANKS.get(mark.tag) ?? 0] as [string, Mode];
    if (mode === 'law') {
      // what the law says, not what "we" do beside it
      const own = scope.marks.filter(({ kind }) => (kind & OWN) !== 0);
      if (own.some((one) => at(one) === clause) || (own.length > 0 && at(mark) !== clause)) continue;
    } else if (at(mark) !== clause && mode !== 'advice') continue;
    if (mode === 'others' && mark.from > hit.from) continue;
    if (mode === 'hedged') {
      // ", usually the same week" hedges what follows it, not the practice before.
      if (mark.from > hit.from && ((scope.tokens[mark.from] as Token).marks & COMMA) !== 0) continue;
      if (scope.marks.some((other) => (other.kind & FIRM) !== 0 && at(other) === clause)) continue;
    }
    return mode;
  }
  return 'own';
}
