import type { Hit } from './match.ts';
import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';

/** A colon that introduces what follows; not one inside quotes, as in a subject line "Re:". */
export const HEADING = /^[^"']*:\s[^"']*$/;

/** Numbers the clauses of a sentence, one number per word. */
export function clausesOf(sentence: Sentence, tokens: readonly Token[], hits: readonly Hit[]): number[] {
  const clauses: number[] = [];
  const breaks = new Set<number>();
  for (const hit of hits) if (hit.tag === 'as.break') breaks.add(hit.from);
  const aux = new Set<number>();
  for (const hit of hits) if (hit.tag === 'as.aux') aux.add(hit.from);
  const and = new Set<number>();
  for (const hit of hits) if (hit.tag === 'as.and') and.add(hit.from);
  let clause = 0;
  let verb = false;
  for (let i = sentence.from; i < sentence.to; i += 1) {
    const gap = (tokens[i] as Token).gap;
    const stop = i > sentence.from && (/[;\u2014\u2022]/.test(gap) || / - /.test(gap) || HEADING.test(gap));
    const comma = gap.includes(',');
    if (
      i > sentence.from &&
      (stop ||
        breaks.has(i) ||
        ((comma || (and.has(i) && verb)) && restarts(i, and.has(i), sentence, tokens, aux, breaks)))
    ) {
      clause += 1;
      verb = false;
    }
    if (aux.has(i)) verb = true;
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
