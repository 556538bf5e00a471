import type { TagLists } from './types.ts';

/** One position of a pattern: a word out of a set, maybe optional, maybe after a gap of other words. */
interface Step {
  atoms: Set<number>;
  optional: boolean;
  gap: number;
}

interface Pattern {
  tag: number;
  steps: Step[];
}

/** A lexicon compiled for one pass: each word knows the patterns that can begin with it. */
export interface Lexicon {
  tags: string[];
  tagIds: Map<string, number>;
  patterns: Pattern[];
  exact: Map<string, number[]>;
  prefix: Map<string, number[]>;
  suffix: Map<string, number[]>;
  infix: [string, number][];
  starts: Map<number, number[]>;
  words: Map<string, WordFacts>;
  numberWords: ReadonlySet<string>;
  shortest: number;
}

interface WordFacts {
  atoms: number[];
  starts: number[];
}

const NUMBER_ATOM = 0;
const MAX_WORDS = 40_000;
const NO_FACTS: WordFacts = { atoms: [], starts: [] };

/** Reads the pattern language of the book: `word`, `pre*`, `*in*`, `a|b`, `x?`, `#` (a number), `~4` (a gap). */
export function compileLexicon(lists: readonly TagLists[], numberWords: readonly string[]): Lexicon {
  const lexicon: Lexicon = {
    tags: [],
    tagIds: new Map(),
    patterns: [],
    exact: new Map(),
    prefix: new Map(),
    suffix: new Map(),
    infix: [],
    starts: new Map(),
    words: new Map(),
    numberWords: new Set(numberWords),
    shortest: 2,
  };
  const atomIds = new Map<string, number>([['#', NUMBER_ATOM]]);
  for (const list of lists) {
    for (const [tag, sources] of Object.entries(list)) {
      let id = lexicon.tagIds.get(tag);
      if (id === undefined) {
        id = lexicon.tags.length;
        lexicon.tags.push(tag);
        lexicon.tagIds.set(tag, id);
      }
      for (const source of sources) addPattern(lexicon, id, source, atomIds);
    }
  }
  return lexicon;
}

function addPattern(lexicon: Lexicon, tag: number, source: string, atomIds: Map<string, number>): void {
  const steps: Step[] = [];
  let gap = 0;
  for (const part of source.trim().split(' ')) {
    if (part.startsWith('~')) {
      gap = part.length > 1 ? Number(part.slice(1)) : 3;
      continue;
    }
    const optional = part.endsWith('?');
    const atoms = new Set<number>();
    for (const word of (optional ? part.slice(0, -1) : part).split('|'))
      atoms.add(atom(lexicon, word, source, atomIds));
    steps.push({ atoms, optional, gap });
    gap = 0;
  }
  if (steps[0] === undefined || steps[0].optional)
    throw new Error(`pattern needs a fixed first word: ${source}`);
  const index = lexicon.patterns.push({ tag, steps }) - 1;
  for (const id of steps[0].atoms) {
    const known = lexicon.starts.get(id);
    if (known === undefined) lexicon.starts.set(id, [index]);
    else known.push(index);
  }
}

function atom(lexicon: Lexicon, word: string, source: string, atomIds: Map<string, number>): number {
  const known = atomIds.get(word);
  if (known !== undefined) return known;
  const id = atomIds.size;
  atomIds.set(word, id);
  const open = word.startsWith('*');
  const close = word.endsWith('*');
  const core = word.slice(open ? 1 : 0, close ? -1 : undefined);
  if (!/^[\p{Ll}\p{Lo}\d%]+$/u.test(core))
    throw new Error(`not a word of the pattern language: ${word} in ${source}`);
  if (open && close) lexicon.infix.push([core, id]);
  else {
    const map = open ? lexicon.suffix : close ? lexicon.prefix : lexicon.exact;
    const list = map.get(core);
    if (list === undefined) map.set(core, [id]);
    else list.push(id);
  }
  return id;
}

/** What the lexicon knows of a word; remembered for a bounded number of words. */
export function factsOf(lexicon: Lexicon, word: string): WordFacts {
  const known = lexicon.words.get(word);
  if (known !== undefined) return known;
  const atoms: number[] = [...(lexicon.exact.get(word) ?? [])];
  if ((word.charCodeAt(0) >= 48 && word.charCodeAt(0) <= 57) || lexicon.numberWords.has(word))
    atoms.push(NUMBER_ATOM);
  for (let length = lexicon.shortest; length <= word.length; length += 1) {
    const head = lexicon.prefix.get(word.slice(0, length));
    if (head !== undefined) atoms.push(...head);
    const tail = lexicon.suffix.get(word.slice(word.length - length));
    if (tail !== undefined) atoms.push(...tail);
  }
  for (const [core, id] of lexicon.infix) if (word.includes(core)) atoms.push(id);
  const starts = [...new Set(atoms.flatMap((id) => lexicon.starts.get(id) ?? []))];
  const facts = atoms.length === 0 ? NO_FACTS : { atoms, starts };
  if (lexicon.words.size >= MAX_WORDS) lexicon.words.clear();
  lexicon.words.set(word, facts);
  return facts;
}
