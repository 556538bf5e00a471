import { HEADING } from './clauses.ts';
import type { Hit } from './match.ts';
import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';

/** One sentence with its marks (negators, hedges and the like) and the clause of each word. */
export interface Scope {
  sentence: Sentence;
  tokens: readonly Token[];
  marks: readonly Hit[];
  clauses: readonly number[];
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
  if (!mark.tag.startsWith('as.n')) return false;
  if (hits.some((hit) => hit.tag.startsWith('as.n') && covers(hit, mark))) return true;
  return hits.some(
    (hit) =>
      !hit.tag.startsWith('as.n') &&
      hit.from <= mark.from &&
      hit.to >= mark.to &&
      hit.to - hit.from > mark.to - mark.from &&
      ((hit.from < mark.from && !/^(px|bad)\./.test(hit.tag)) ||
        hit.tag.startsWith('as.keep') ||
        fixed(hit.tag)),
  );
}

/** Tags whose wording may hold a negator that is part of the name. */
function fixed(tag: string): boolean {
  return /^(suppress|deadline|dnc|optno|retvague|freq|dur|as\.except)$/.test(tag);
}

/**
 * Parity of the negators that reach a cue. A negator after a comma or "and" stands beside the one before
 * ("no lists, no bots"), any other nests in it ("no mail without a link"). What is bought or scraped may
 * also be negated from behind ("purchased lists are never used").
 */
export function polarity(hit: Hit, scope: Scope): { negated: boolean; clauseNegated: boolean } {
  const clause = scope.clauses[hit.from - scope.sentence.from];
  let depth = scope.inherited ? 1 : 0;
  let behind = false;
  let before: Hit | null = null;
  for (const mark of scope.marks) {
    if (!mark.tag.startsWith('as.n')) continue;
    const inside = mark.from >= hit.from && mark.to <= hit.to;
    if (inside && (mark.from === hit.from || !/^(px|bad)\./.test(hit.tag))) continue;
    const listed = mark.tag === 'as.neglist';
    if (!listed && scope.clauses[mark.from - scope.sentence.from] !== clause) continue;
    if (mark.from < hit.from || inside) {
      if (mark.tag === 'as.negpost' && mark.to + 3 < hit.from) continue;
      depth = listed ? 1 : nest(depth, before, mark, scope);
      before = mark;
    } else if (
      mark.tag === 'as.negpost' ||
      (mark.tag === 'as.neg' && !beside(mark, scope) && mark.from - hit.to <= 9)
    )
      behind = true;
  }
  return { negated: depth % 2 === 1, clauseNegated: depth > 0 ? depth % 2 === 1 : behind };
}

/** How deep a cue is negated once this negator is counted too. */
function nest(depth: number, before: Hit | null, mark: Hit, scope: Scope): number {
  if (depth === 0) return 1;
  const word = (scope.tokens[mark.from] as Token).word;
  const apart = beside(mark, scope) || (before !== null && joined(before.to, mark.from, scope.tokens));
  if (!apart) return depth + 1;
  if (!PRIVATIVE.test(word)) return 1;
  return before !== null && PRIVATIVE.test((scope.tokens[before.from] as Token).word) ? depth : depth + 1;
}

const PRIVATIVE = /^(without|lack|lacks|skip|skips|ohne|sans|sin)$/;

function joined(from: number, to: number, tokens: readonly Token[]): boolean {
  for (let i = from; i <= to; i += 1) {
    const token = tokens[i] as Token;
    if (/[,&;]/.test(token.gap) || (i < to && CONJUNCTION.test(token.word))) return true;
  }
  return false;
}

/** True where a negator starts a new member of a list: after a comma or conjunction, a pronoun in between at most. */
function beside(mark: Hit, scope: Scope): boolean {
  for (let i = mark.from; i > scope.sentence.from && i > mark.from - 4; i -= 1) {
    const { word, gap } = scope.tokens[i] as Token;
    if (/[,&]/.test(gap) || (i === mark.from && COORDINATES.test(word))) return true;
    const before = (scope.tokens[i - 1] as Token).word;
    if (CONJUNCTION.test(before)) return true;
    if (!LIGHT.test(before)) return false;
  }
  return false;
}

const COORDINATES = /^(nor|neither|ni|noch|weder|tampoco)$/;
const CONJUNCTION = /^(and|or|nor|und|oder|noch|et|ou|ni|y|o|e)$/;
const LIGHT = /^(we|do|does|they|it|i|also|wir|nous|on|se)$/;

/** "Off limits for us: ..." negates the list behind the colon. */
export function listNegation(sentence: Sentence, tokens: readonly Token[], marks: readonly Hit[]): Hit[] {
  for (let i = sentence.from + 1; i < Math.min(sentence.to, sentence.from + 13); i += 1) {
    if (!HEADING.test((tokens[i] as Token).gap)) continue;
    const heading = marks.filter((mark) => mark.tag.startsWith('as.n') && mark.to <= i);
    if (heading.length === 0 || heading.length % 2 === (joined((heading[0] as Hit).to, i, tokens) ? -1 : 0))
      return [...marks];
    return [{ tag: 'as.neglist', from: i - 1, to: i }, ...marks.filter((mark) => !heading.includes(mark))];
  }
  return [...marks];
}
