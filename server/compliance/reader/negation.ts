import { AMPERSAND, COMMA, HEADING, QUOTE, SEMICOLON } from './gaps.ts';
import type { Hit } from './match.ts';
import type { Sentence } from './sentences.ts';
import {
  DETERMINER,
  FIXED,
  KEEPS,
  LIST_NEGATOR,
  MARK,
  NEGATOR,
  NEGATOR_BEHIND,
  PLAIN_NEGATOR,
  PRACTICE,
  USE,
} from './tags.ts';
import type { Token } from './tokens.ts';
import { ROLES } from './words.ts';

/** One sentence with its marks (negators, hedges and the like) and the clause of each word. */
export interface Scope {
  sentence: Sentence;
  tokens: readonly Token[];
  marks: readonly Hit[];
  /** Of the marks those that tell time, certainty or owner, the weightiest first. */
  modal: readonly Hit[];
  negators: readonly Hit[];
  clauses: readonly number[];
  /** Which clauses hold a verb of their own. */
  verbs: readonly boolean[];
  inherited: boolean;
}

/** Of two negators that share a word the first and longer one counts ("ne ... pas"). */
function covers(hit: Hit, mark: Hit): boolean {
  return (
    hit !== mark &&
    hit.to > mark.from &&
    (hit.from < mark.from || (hit.from === mark.from && hit.to > mark.to))
  );
}

/** A negator inside a longer fixed expression ("do not contact list", "no later than") negates nothing. */
export function consumed(mark: Hit, hits: readonly Hit[]): boolean {
  for (const hit of hits) {
    if (hit.from > mark.to) break;
    if ((hit.kind & NEGATOR) !== 0) {
      if (covers(hit, mark)) return true;
    } else if (
      hit.from <= mark.from &&
      hit.to >= mark.to &&
      hit.to - hit.from > mark.to - mark.from &&
      ((hit.from < mark.from && (hit.kind & (PRACTICE | USE)) === 0) || (hit.kind & (KEEPS | FIXED)) !== 0)
    )
      return true;
  }
  return false;
}

/**
 * Parity of the negators that reach a cue: bit 1 negated, bit 2 its clause negated. A negator after a comma
 * or "and" stands beside the one before ("no lists, no bots"), any other nests in it ("no mail without a
 * link"). What is bought or scraped may also be negated from behind ("purchased lists are never used").
 */
export function polarity(hit: Hit, scope: Scope): number {
  const practice = (hit.kind & PRACTICE) !== 0;
  const at = (token: number): number => scope.clauses[token - scope.sentence.from] as number;
  const clause = at(hit.from);
  let depth = scope.inherited ? 1 : 0;
  let behind = false;
  let before: Hit | null = null;
  for (const mark of scope.negators) {
    const inside = mark.from >= hit.from && mark.to <= hit.to;
    if (inside && (mark.from === hit.from || !practice)) continue;
    const listed = (mark.kind & LIST_NEGATOR) !== 0;
    const after = mark.from >= hit.from && !inside;
    if (!listed && at(mark.from) !== clause && !(after && practice && sharesVerb(mark, clause, scope)))
      continue;
    if (!after) {
      // "excluded are ..." opens a list, "... is excluded" closes one
      const opens = practice && (mark.from === scope.sentence.from || at(mark.from - 1) !== clause);
      const only = (mark.kind & (NEGATOR_BEHIND | PLAIN_NEGATOR)) === NEGATOR_BEHIND;
      if (only && !listed && mark.to + 3 < hit.from && !opens) continue;
      depth = listed ? 1 : nest(depth, before, mark, scope);
      before = mark;
    } else if (
      (mark.kind & NEGATOR_BEHIND) !== 0 ||
      ((mark.kind & PLAIN_NEGATOR) !== 0 && !beside(mark, scope) && mark.from - hit.to <= 9) ||
      (practice &&
        (mark.kind & DETERMINER) !== 0 &&
        mark.from - hit.to <= 2 &&
        !is(scope.tokens[mark.from], ROLES.privative) &&
        !beside(mark, scope))
    )
      behind = true;
  }
  const odd = depth % 2 === 1;
  return (odd ? 1 : 0) | ((depth > 0 ? odd : behind) ? 2 : 0);
}

/** "Robots, bought files and false names are out": what closes a list of subjects reaches all of them. */
function sharesVerb(mark: Hit, clause: number, scope: Scope): boolean {
  if ((mark.kind & NEGATOR_BEHIND) === 0) return false;
  const last = scope.clauses[mark.from - scope.sentence.from] as number;
  for (let at = clause; at < last; at += 1) if (scope.verbs[at] === true) return false;
  return true;
}

/** `"No" by reply ends it`: a word in quotation marks is spoken of, it negates nothing. */
export function quoted(mark: Hit, tokens: readonly Token[]): boolean {
  if (mark.to !== mark.from + 1 || ((tokens[mark.from] as Token).marks & QUOTE) === 0) return false;
  return ((tokens[mark.to]?.marks ?? 0) & QUOTE) !== 0;
}

/** Of negators that share words one counts, with what any of them may do. */
export function apart(negators: readonly Hit[]): Hit[] {
  const list: Hit[] = [];
  for (const mark of negators) {
    const last = list[list.length - 1];
    if (last !== undefined && mark.from < last.to)
      list[list.length - 1] = { ...last, kind: last.kind | mark.kind };
    else list.push(mark);
  }
  return list;
}

/** How deep a cue is negated once this negator is counted too. */
function nest(depth: number, before: Hit | null, mark: Hit, scope: Scope): number {
  if (depth === 0) return 1;
  const listed = beside(mark, scope) || (before !== null && joined(before.to, mark.from, scope.tokens));
  if (!listed) return depth + 1;
  if (!is(scope.tokens[mark.from], ROLES.privative)) return 1;
  return before !== null && is(scope.tokens[before.from], ROLES.privative) ? depth : depth + 1;
}

const is = (token: Token | undefined, role: number): boolean => ((token?.known.roles ?? 0) & role) !== 0;

function joined(from: number, to: number, tokens: readonly Token[]): boolean {
  for (let i = from; i <= to; i += 1) {
    const token = tokens[i] as Token;
    if ((token.marks & (COMMA | AMPERSAND | SEMICOLON)) !== 0 || (i < to && is(token, ROLES.conjunction)))
      return true;
  }
  return false;
}

/** True where a negator starts a new member of a list: after a comma or conjunction, a pronoun in between at most. */
function beside(mark: Hit, scope: Scope): boolean {
  for (let i = mark.from; i > scope.sentence.from && i > mark.from - 4; i -= 1) {
    const { known, marks } = scope.tokens[i] as Token;
    if ((marks & (COMMA | AMPERSAND)) !== 0 || (i === mark.from && (known.roles & ROLES.coordinates) !== 0))
      return true;
    const before = scope.tokens[i - 1];
    if (is(before, ROLES.conjunction)) return true;
    if (!is(before, ROLES.light)) return false;
  }
  return false;
}

/** "Off limits for us: ..." negates the list behind the colon. */
export function listNegation(sentence: Sentence, tokens: readonly Token[], marks: Hit[]): Hit[] {
  const last = Math.min(sentence.to, sentence.from + 13);
  for (let i = sentence.from + 1; i < last; i += 1) {
    if (((tokens[i] as Token).marks & HEADING) === 0) continue;
    const heading = marks.filter((mark) => (mark.kind & NEGATOR) !== 0 && mark.to <= i);
    if (heading.length === 0 || heading.length % 2 === (joined((heading[0] as Hit).to, i, tokens) ? -1 : 0))
      return marks;
    const list = {
      ...(heading[0] as Hit),
      tag: 'as.neglist',
      id: -1,
      kind: MARK | NEGATOR | LIST_NEGATOR,
      from: i - 1,
      to: i,
    };
    return [...marks.filter((mark) => mark.to <= i), list, ...marks.filter((mark) => mark.to > i)];
  }
  return marks;
}
