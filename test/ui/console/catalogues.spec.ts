import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../../admin-ui');
const catalogue = (locale: string, name: string): Record<string, string> => {
  const flat: Record<string, string> = {};
  const walk = (value: object, path: string) => {
    for (const [key, part] of Object.entries(value))
      if (typeof part === 'string') flat[`${path}${key}`] = part;
      else walk(part, `${path}${key}.`);
  };
  walk(JSON.parse(readFileSync(join(root, 'locales', locale, `${name}.json`), 'utf8')), '');
  return flat;
};
const names = ['shared', 'console', 'rubric', 'rulebook'];
const placesIn = (text: string) => [...text.matchAll(/%\{(\w+)\}/g)].map((match) => match[1]).sort();

describe.each(names)('the catalogue %s', (name) => {
  const [english, german] = [catalogue('en', name), catalogue('de', name)];

  it('says the same things in English and German', () => {
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
  });

  it('fills in the same values in both', () => {
    for (const [key, text] of Object.entries(english))
      expect([key, placesIn(german[key] ?? '')]).toEqual([key, placesIn(text)]);
  });
});

describe('the words of the console', () => {
  it('are all in the catalogues', () => {
    const known = Object.assign({}, ...names.map((name) => catalogue('en', name)));
    const files = ['console', 'shared'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file))
        .map((file) => join(root, folder, file)),
    );
    const missing = files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\bt\(\s*'([a-z_.]+)'/g)]
        .map((match) => match[1] ?? '')
        .filter((key) => !(key in known) && !key.startsWith('ra.')),
    );
    expect(missing).toEqual([]);
  });
});
