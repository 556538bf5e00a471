import { factsOf, type Lexicon, type WordFacts } from './patterns.ts';

/** Function words with the languages they belong to. */
export type FunctionWords = ReadonlyMap<string, readonly string[]>;

/** A word met in some text, with what the book knows of it; each is looked up once. */
export interface Word {
  text: string;
  /** Languages it is a function word of. */
  languages: readonly string[] | undefined;
  /** By the number of the lexicon. */
  facts: (WordFacts | undefined)[];
}

/** The words met so far; bounded, so that memory stays flat over any number of texts. */
export interface WordBook {
  met: Map<string, Word>;
  functionWords: FunctionWords;
}

const MOST = 30_000;

/** The word, remembered from now on. */
export function wordOf(book: WordBook, text: string): Word {
  const known = book.met.get(text);
  if (known !== undefined) return known;
  const word: Word = { text: own(text), languages: book.functionWords.get(text), facts: [] };
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
