import { type Tags, tagId } from './tags.ts';
import type { TagLists } from './types.ts';

/** One position of a pattern: a word out of a set, maybe optional, maybe after a gap of other words. */
export interface Step {
  /** Number of its set of words; a word's bits say which sets it is in. */
  set: number;
  optional: boolean;
  gap: number;
}

export interface Pattern {
  tag: number;
  steps: Step[];
}

/** A lexicon compiled for one pass: each word knows the patterns that can begin with it. */
export interface Lexicon {
  index: number;
  tags: Tags;
  patterns: Pattern[];
  sets: number;
  exact: Map<string, number[]>;
  prefix: Map<string, number[]>;
  suffix: Map<string, number[]>;
  infix: [string, number[]][];
  /** Patterns by the set of their first position. */
  starts: number[][];
  numberWords: ReadonlySet<string>;
  /** Scratch: where in the list of hits a tag was found last. */
  slots: Int32Array;
}

/** What a lexicon knows of a word: the sets it is in, and the patterns it can begin. */
export interface WordFacts {
  bits: Uint32Array;
  /** The sets once more, folded into 128 bits: what is not in here is in none, and memory need not be touched. */
  sign0: number;
  sign1: number;
  sign2: number;
  sign3: number;
  starts: Int32Array;
  /** Per pattern the set the very next word must be in; -1 where none must. */
  seconds: Int32Array;
}

export const NO_FACTS: WordFacts = {
  bits: new Uint32Array(0),
  sign0: 0,
  sign1: 0,
  sign2: 0,
  sign3: 0,
  starts: new Int32Array(0),
  seconds: new Int32Array(0),
};

/** Reads the pattern language of the book: `word`, `pre*`, `*in*`, `a|b`, `x?`, `#` (a number), `~4` (a gap). */
export function compileLexicon(
  lists: readonly TagLists[],
  numberWords: readonly string[],
  tags: Tags,
  index: number,
): Lexicon {
  const lexicon: Lexicon = {
    index,
    tags,
    patterns: [],
    sets: 0,
    exact: new Map(),
    prefix: new Map(),
    suffix: new Map(),
    infix: [],
    starts: [],
    numberWords: new Set(numberWords),
    slots: new Int32Array(0),
  };
  const setIds = new Map<string, number>();
  const classes = classesOf(lists);
  for (const list of lists) {
    for (const [tag, sources] of Object.entries(list)) {
      if (tag.startsWith('@')) continue;
      const id = tagId(tags, tag);
      for (const source of sources) addPattern(lexicon, id, spellOut(source, classes), setIds);
    }
  }
  return lexicon;
}

/** Named sets of words (`@person`), so that a pattern need not list them again. */
function classesOf(lists: readonly TagLists[]): Map<string, string> {
  const classes = new Map<string, string>();
  for (const list of lists)
    for (const [name, words] of Object.entries(list)) {
      if (!name.startsWith('@')) continue;
      const known = classes.get(name);
      classes.set(name, known === undefined ? words.join('|') : `${known}|${words.join('|')}`);
    }
  return classes;
}

function spellOut(source: string, classes: ReadonlyMap<string, string>): string {
  if (!source.includes('@')) return source;
  return source.replace(/@[a-z]+/g, (name) => {
    const words = classes.get(name);
    if (words === undefined) throw new Error(`no class of words ${name} for: ${source}`);
    return words;
  });
}

function addPattern(lexicon: Lexicon, tag: number, source: string, setIds: Map<string, number>): void {
  const steps: Step[] = [];
  let gap = 0;
  for (const part of source.trim().split(' ')) {
    if (part.startsWith('~')) {
      gap = part.length > 1 ? Number(part.slice(1)) : 3;
      continue;
    }
    const optional = part.endsWith('?');
    const words = optional ? part.slice(0, -1) : part;
    let set = setIds.get(words);
    if (set === undefined) {
      set = lexicon.sets++;
      setIds.set(words, set);
      lexicon.starts.push([]);
      for (const word of words.split('|')) addWord(lexicon, word, set, source);
    }
    steps.push({ set, optional, gap });
    gap = 0;
  }
  const first = steps[0];
  if (first === undefined || first.optional) throw new Error(`pattern needs a fixed first word: ${source}`);
  (lexicon.starts[first.set] as number[]).push(lexicon.patterns.push({ tag, steps }) - 1);
}

function addWord(lexicon: Lexicon, word: string, set: number, source: string): void {
  const open = word.startsWith('*');
  const close = word.endsWith('*');
  const core = word.slice(open ? 1 : 0, close ? -1 : undefined);
  if (word !== '#' && !/^[\p{Ll}\p{Lo}\d%]+$/u.test(core))
    throw new Error(`not a word of the pattern language: ${word} in ${source}`);
  if (open && close) {
    lexicon.infix.push([core, [set]]);
    return;
  }
  const map = open ? lexicon.suffix : close ? lexicon.prefix : lexicon.exact;
  const list = map.get(core);
  if (list === undefined) map.set(core, [set]);
  else if (!list.includes(set)) list.push(set);
}

/** What the lexicon knows of a word. */
export function factsOf(lexicon: Lexicon, word: string): WordFacts {
  const sets = new Set<number>(lexicon.exact.get(word) ?? []);
  const add = (found: readonly number[] | undefined): void => {
    if (found !== undefined) for (const set of found) sets.add(set);
  };
  if ((word.charCodeAt(0) >= 48 && word.charCodeAt(0) <= 57) || lexicon.numberWords.has(word))
    add(lexicon.exact.get('#'));
  for (let length = 2; length <= word.length; length += 1) {
    add(lexicon.prefix.get(word.slice(0, length)));
    add(lexicon.suffix.get(word.slice(word.length - length)));
  }
  for (const [core, found] of lexicon.infix) if (word.includes(core)) add(found);
  if (sets.size === 0) return NO_FACTS;
  const bits = new Uint32Array((lexicon.sets >> 5) + 1);
  const starts: number[] = [];
  const sign: [number, number, number, number] = [0, 0, 0, 0];
  for (const set of sets) {
    const part = (set >> 5) & 3;
    sign[part] = (sign[part] as number) | (1 << (set & 31));
    bits[set >> 5] = (bits[set >> 5] as number) | (1 << (set & 31));
    starts.push(...(lexicon.starts[set] as number[]));
  }
  starts.sort((a, b) => a - b);
  const seconds = starts.map((index) => {
    const second = (lexicon.patterns[index] as Pattern).steps[1];
    return second === undefined || second.optional || second.gap > 0 ? -1 : second.set;
  });
  const [sign0, sign1, sign2, sign3] = sign;
  return {
    bits,
    sign0,
    sign1,
    sign2,
    sign3,
    starts: Int32Array.from(starts),
    seconds: Int32Array.from(seconds),
  };
}

/** Whether a word is in a set. */
export function isIn(facts: WordFacts, set: number): boolean {
  const part = (set >> 5) & 3;
  const sign = part === 0 ? facts.sign0 : part === 1 ? facts.sign1 : part === 2 ? facts.sign2 : facts.sign3;
  const bit = 1 << (set & 31);
  return (sign & bit) !== 0 && ((facts.bits[set >> 5] as number) & bit) !== 0;
}
