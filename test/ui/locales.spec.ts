import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../admin-ui/locales');
type Words = { [key: string]: string | Words };
const read = (locale: string, name: string) =>
  JSON.parse(readFileSync(join(folder, locale, name), 'utf8')) as Words;

/** Every text of a catalogue by its whole key. */
function texts(words: Words, before = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[`${before}${key}`, value] as const]
        : [...texts(value, `${before}${key}.`)],
    ),
  );
}

const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/%\{(\w+)\}/g)].map((found) => found[1] ?? ''))].sort();

const catalogues = readdirSync(join(folder, 'en'));

describe('every text exists in English and in German', () => {
  it('has the same catalogues in both, but for the frame that speaks English by itself', () => {
    const german = readdirSync(join(folder, 'de')).filter((name) => name !== 'react-admin.json');
    expect(german.sort()).toEqual(catalogues.filter((name) => name !== 'react-admin.json').sort());
  });

  describe.each(catalogues)('%s', (name) => {
    const english = texts(read('en', name));
    const german = texts(read('de', name));

    it('has every English key in German and every German key in English', () => {
      expect([...english.keys()].filter((key) => !german.has(key))).toEqual([]);
      expect([...german.keys()].filter((key) => !english.has(key))).toEqual([]);
    });

    it('fills in the same values in both', () => {
      const different = [...english].filter(
        ([key, text]) => placeholders(text).join() !== placeholders(german.get(key) ?? '').join(),
      );
      expect(different.map(([key]) => key)).toEqual([]);
    });

    it('knows a plural in German wherever English has one', () => {
      const plural = (text: string) => text.includes('||||');
      const different = [...english].filter(([key, text]) => plural(text) !== plural(german.get(key) ?? ''));
      expect(different.map(([key]) => key)).toEqual([]);
    });

    it('leaves no text empty in one language alone', () => {
      const empty = (text: string | undefined) => (text ?? '').trim() === '';
      const different = [...english].filter(([key, text]) => empty(text) !== empty(german.get(key)));
      expect(different.map(([key]) => key)).toEqual([]);
    });
  });
});
