import { describe, expect, it } from 'vitest';
import { findTags } from '../../../server/compliance/reader/match.ts';
import { normalise } from '../../../server/compliance/reader/normalise.ts';
import { splitSentences } from '../../../server/compliance/reader/sentences.ts';
import { tokenise } from '../../../server/compliance/reader/tokens.ts';
import { book, reader } from './reading.ts';

/** The tags the vocabulary of one language finds in a text. */
function tagsIn(language: string, text: string): Set<string> {
  const lexicon = reader.tools.lexicons.get(language);
  if (lexicon === undefined) throw new Error(`the book has no words for ${language}`);
  const plain = normalise(text, book.confusables);
  const tokens = tokenise(plain, reader.tools.words);
  const sentences = splitSentences(plain, tokens, 'statement', reader.tools.abbreviations);
  return new Set(sentences.flatMap((sentence) => findTags(lexicon, tokens, sentence).map(({ tag }) => tag)));
}

const languages = ['en', 'de', 'fr', 'es'] as const;

describe('examples of the cues (M17)', () => {
  it.each(languages)('stand beside every tag of the vocabulary in %s', (language) => {
    const tags = new Set(
      [book.lexicon.common, book.lexicon[language]].flatMap((lists) =>
        Object.entries(lists ?? {})
          .filter(([tag, patterns]) => !tag.startsWith('@') && patterns.length > 0)
          .map(([tag]) => tag),
      ),
    );
    expect(Object.keys(book.examples?.[language] ?? {}).sort()).toEqual([...tags].sort());
  });
  it.each(languages)(
    'hold in %s: each tag is found where it is said, and not where it is not',
    (language) => {
      const wrong: string[] = [];
      for (const [tag, { holds, not }] of Object.entries(book.examples?.[language] ?? {})) {
        for (const text of holds) if (!tagsIn(language, text).has(tag)) wrong.push(`${tag} not in: ${text}`);
        for (const text of not) if (tagsIn(language, text).has(tag)) wrong.push(`${tag} in: ${text}`);
      }
      expect(wrong).toEqual([]);
    },
  );
  it('name every class of words a pattern uses', () => {
    for (const language of languages)
      for (const patterns of Object.values(book.lexicon[language] ?? {}))
        for (const name of patterns.join(' ').match(/@[a-z]+/g) ?? [])
          expect(Object.keys({ ...book.lexicon.common, ...book.lexicon[language] })).toContain(name);
  });
});
