import { COMMA, HEADING, PARTS, STOP } from './gaps.ts';
import type { Hit } from './match.ts';
import type { Sentence } from './sentences.ts';
import { AND, AUXILIARY, BREAK } from './tags.ts';
import type { Token } from './tokens.ts';

/** Scratch: what each word of the sentence is. A sentence has at most 240 words. */
const roles = new Uint32Array(512);

/** Of a sentence one clause number per word, and which clauses hold a verb. */
export interface Clauses {
  of: number[];
  verbs: boolean[];
}

/** Cuts a sentence into clauses. */
export function clausesOf(sentence: Sentence, tokens: readonly Token[], hits: readonly Hit[]): Clauses {
  const { from, to } = sentence;
  roles.fill(0, 0, to - from);
  for (const { kind, from: at } of hits)
    if ((kind & (BREAK | AUXILIARY | AND)) !== 0) roles[at - from] = (roles[at - from] as number) | kind;
  const clauses: number[] = [];
  const verbs: boolean[] = [];
  let clause = 0;
  let verb = false;
  for (let i = from; i < to; i += 1) {
    const { marks } = tokens[i] as Token;
    const role = roles[i - from] as number;
    if (i > from) {
      const joins = (role & AND) !== 0;
      if (
        (marks & (STOP | HEADING)) !== 0 ||
        (role & BREAK) !== 0 ||
        (((marks & COMMA) !== 0 || (joins && verb)) && restarts(i, joins, sentence, tokens))
      ) {
        verbs.push(verb);
        clause += 1;
        verb = false;
      }
    }
    if ((role & AUXILIARY) !== 0) verb = true;
    clauses.push(clause);
  }
  verbs.push(verb);
  return { of: clauses, verbs };
}

/** After "and" or a comma a new subject with its own verb starts a new clause. */
function restarts(at: number, conjunction: boolean, sentence: Sentence, tokens: readonly Token[]): boolean {
  const first = conjunction ? at + 1 : at;
  for (let i = first; i < Math.min(sentence.to, first + 7); i += 1) {
    const role = roles[i - sentence.from] as number;
    if (i > first) {
      if (((tokens[i] as Token).marks & PARTS) !== 0) return false;
      if ((role & BREAK) !== 0) return false;
    }
    if ((role & AUXILIARY) !== 0) return i > first || !conjunction;
  }
  return false;
}
