import { COMMA, SEMICOLON, STOP } from './gaps.ts';
import type { Hit } from './match.ts';
import type { Sentence } from './sentences.ts';
import { AUXILIARY, BREAK, OWN, PRACTICE, USE } from './tags.ts';
import type { Token } from './tokens.ts';
import { ROLES } from './words.ts';

/**
 * How many members of a list stand beside a practice that is ruled out, without a verb or subject of their own:
 * "no bought lists, no doorbell tricks and no favours" has two beside the first.
 */
export function membersBeside(sentence: Sentence, tokens: readonly Token[], hits: readonly Hit[]): number {
  let count = 0;
  let from = sentence.from;
  for (let i = sentence.from + 1; i <= sentence.to; i += 1) {
    const token = tokens[i];
    const ends =
      i === sentence.to ||
      token === undefined ||
      (token.marks & (COMMA | SEMICOLON | STOP)) !== 0 ||
      (token.known.roles & ROLES.conjunction) !== 0;
    if (!ends) continue;
    if (isMember(from, i, tokens, hits)) count += 1;
    from = i;
  }
  return count;
}

function isMember(from: number, to: number, tokens: readonly Token[], hits: readonly Hit[]): boolean {
  let long = false;
  for (let i = from; i < to; i += 1) long ||= (tokens[i] as Token).word.length > 3;
  if (!long) return false;
  for (const hit of hits) {
    if (hit.to <= from || hit.from >= to) continue;
    if ((hit.kind & PRACTICE) !== 0) return false;
    if (hit.from >= from && (hit.kind & (AUXILIARY | OWN | USE | BREAK)) !== 0) return false;
  }
  return true;
}
