import type { Hit } from './match.ts';
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

/** A colon that introduces what follows; not one inside quotes, as in a subject line "Re:". */
const HEADING = /^[^"']*:\s[^"']*$/;

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
      mode: modeOf(hit, clause, marks, clauses, sentence),
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

/** A negator inside a longer fixed expression ("do not contact list", "no later than") negates nothing. */
function consumed(mark: Hit, hits: readonly Hit[]): boolean {
  if (!mark.tag.startsWith('as.n')) return false;
  if (hits.some((hit) => hit.tag.startsWith('as.n') && hit !== mark && hit.from <= mark.from && hit.to >= mark.to && hit.to - hit.from > mark.to - mark.from)) return true;
  return hits.some(
    (hit) =>
      !hit.tag.startsWith('as.n') &&
      hit.from <= mark.from &&
      hit.to >= mark.to &&
      hit.to - hit.from > mark.to - mark.from &&
      (hit.from < mark.from || hit.tag.startsWith('as.keep') || fixed(hit.tag)),
  );
}

/** Tags whose wording may hold a negator that is part of the name. */
function fixed(tag: string): boolean {
  return /^(suppress|deadline|dnc|optno|retvague|freq|dur|as\.except)$/.test(tag);
}

function clausesOf(sentence: Sentence, tokens: readonly Token[], hits: readonly Hit[]): number[] {
  const clauses: number[] = [];
  const breaks = new Set<number>();
  for (const hit of hits) if (hit.tag === 'as.break') breaks.add(hit.from);
  const aux = new Set<number>();
  for (const hit of hits) if (hit.tag === 'as.aux') aux.add(hit.from);
  const and = new Set<number>();
  for (const hit of hits) if (hit.tag === 'as.and') and.add(hit.from);
  let clause = 0;
  for (let i = sentence.from; i < sentence.to; i += 1) {
    const gap = (tokens[i] as Token).gap;
    const stop = i > sentence.from && (/[;\u2014\u2022]/.test(gap) || / - /.test(gap) || HEADING.test(gap));
    const comma = gap.includes(',');
    if (
      i > sentence.from &&
      (stop ||
        breaks.has(i) ||
        ((comma || and.has(i)) && restarts(i, and.has(i), sentence, tokens, aux, breaks)))
    ) {
      clause += 1;
    }
    clauses.push(clause);
  }
  return clauses;
}

/** After "and" or a comma a new subject with its own verb starts a new clause. */
function restarts(
  at: number,
  conjunction: boolean,
  sentence: Sentence,
  tokens: readonly Token[],
  aux: ReadonlySet<number>,
  breaks: ReadonlySet<number>,
): boolean {
  const first = conjunction ? at + 1 : at;
  for (let i = first; i < Math.min(sentence.to, first + 7); i += 1) {
    if (i > first && /[,;:(]/.test((tokens[i] as Token).gap)) return false;
    if (i > first && breaks.has(i)) return false;
    if (aux.has(i)) return i > first || !conjunction;
  }
  return false;
}

/**
 * Parity of the negators that reach a cue. A negator after a comma or "and" stands beside the one before
 * ("no lists, no bots"), any other nests in it ("no mail without a link"). What is bought or scraped may
 * also be negated from behind ("purchased lists are never used").
 */
function polarity(hit: Hit, scope: Scope): { negated: boolean; clauseNegated: boolean } {
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

interface Scope {
  sentence: Sentence;
  tokens: readonly Token[];
  marks: readonly Hit[];
  clauses: readonly number[];
  inherited: boolean;
}

/** "Off limits for us: ..." negates the list behind the colon. */
function listNegation(sentence: Sentence, tokens: readonly Token[], marks: readonly Hit[]): Hit[] {
  for (let i = sentence.from + 1; i < Math.min(sentence.to, sentence.from + 13); i += 1) {
    if (!HEADING.test((tokens[i] as Token).gap)) continue;
    const heading = marks.filter((mark) => mark.tag.startsWith('as.n') && mark.to <= i);
    if (heading.length === 0 || heading.length % 2 === (joined((heading[0] as Hit).to, i, tokens) ? -1 : 0)) return [...marks];
    return [{ tag: 'as.neglist', from: i - 1, to: i }, ...marks.filter((mark) => !heading.includes(mark))];
  }
  return [...marks];
}

function modeOf(
  hit: Hit,
  clause: number,
  marks: readonly Hit[],
  clauses: readonly number[],
  sentence: Sentence,
): Mode {
  if (sentence.question) return 'question';
  for (const [tag, mode] of MODES) {
    for (const mark of marks) {
      if (mark.tag !== tag) continue;
      const same = clauses[mark.from - sentence.from] === clause;
      if (!same && !(mode === 'law' || mode === 'advice')) continue;
      if (
        mode === 'hedged' &&
        marks.some((other) => other.tag === 'as.firm' && clauses[other.from - sentence.from] === clause)
      )
        continue;
      return mode;
    }
  }
  return 'own';
}
