import { factsOf, type Lexicon, type WordFacts } from './patterns.ts';

/** Function words with the languages they belong to. */
export type FunctionWords = ReadonlyMap<string, readonly string[]>;

/** What a small word does in a sentence, as bits; which words do it stands in the book. */
export const ROLES = {
  answers_no: 1,
  answers_yes: 2,
  privative: 4,
  coordinates: 8,
  conjunction: 16,
  light: 32,
  glue: 64,
  numbered: 128,
} as const;

/** Turns the word lists of the book round. Roles the reader does not know are passed over. */
export function indexRoles(lists: Record<string, readonly string[]>): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  for (const [role, bit] of Object.entries(ROLES))
    for (const word of lists[role] ?? []) index.set(word, (index.get(word) ?? 0) | bit);
  return index;
}

/** A word met in some text, with what the book knows of it; each is looked up once. */
export interface Word {
  text: string;
  /** Languages it is a function word of. */
  languages: readonly string[] | undefined;
  roles: number;
  /** By the number of the lexicon. */
  facts: (WordFacts | undefined)[];
}

/** The words met so far; bounded, so that memory stays flat over any number of texts. */
export interface WordBook {
  met: Map<string, Word>;
  functionWords: FunctionWords;
  roles: ReadonlyMap<string, number>;
}

const MOST = 30_000;

/** The word, remembered from now on. */
export function wordOf(book: WordBook, text: string): Word {
  const known = book.met.get(text);
  if (known !== undefined) return known;
  const word: Word = {
    text: own(text),
    languages: book.functionWords.get(text),
    roles: book.roles.get(text) ?? 0,
    facts: [],
  };
  if (book.met.size >= MOST) book.met.clear();
  book.met.set(word.text, word);
  return word;
}

/** A copy that does not hold on to the whole text it was cut from. */
function own(text: string): string {
  return ` ${text}`.slice(1);
}

/** What a lexicon knows of a word. */
export function factsIn(lexicon: Lexicon, word: Word): WordFacts {
  let facts = word.facts[lexicon.index];
  if (facts === undefined) {
    facts = factsOf(lexicon, word.text);
    word.facts[lexicon.index] = facts;
  }
  return facts;
}
