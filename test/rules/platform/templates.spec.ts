import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fillDeferred, phrase, placeholdersLeft, render } from '../../../server/platform/templates.ts';

const folder = new URL('../../../templates/mail/', import.meta.url);
const letters = readdirSync(new URL('en/', folder)).filter((name) => name.endsWith('.txt'));
const placeholdersOf = (locale: string, name: string) =>
  new Set(
    Array.from(
      readFileSync(new URL(`${locale}/${name}`, folder), 'utf8').matchAll(/\{\{(\w+)\}\}/g),
      ([, n]) => n,
    ),
  );

describe('letters from templates', () => {
  it('fills values as literal text: markup, placeholders and braces in them stay what they are (trust 42)', () => {
    const letter = render('received', 'en', {
      name: '<b>Eve</b> {{link}} {{name}}',
      trading_name: '$& {{{x}}}',
      case_number: 'APP-2026-000001',
      link: '{{link}}',
    });
    expect(letter.body).toContain('<b>Eve</b>');
    expect(letter.body).toContain('$&');
    expect(placeholdersLeft(letter.body)).toEqual([]);
    expect(fillDeferred(letter.body, { link: 'https://desk.example/x' }).match(/https:/g)).toHaveLength(1);
    expect(letter.unfilled).toEqual([]);
  });

  it('lists what is unfilled and what it does not know, and leaves the gap standing', () => {
    const letter = render('received', 'de', { name: 'Ida', colour: 'red' });
    expect(letter.unfilled.sort()).toEqual(['case_number', 'link', 'trading_name']);
    expect(letter.unknown).toEqual(['colour']);
    expect(placeholdersLeft(letter.body)).toContain('trading_name');
  });

  it('trust 43: keeps the subject on one line', () => {
    const letter = render('approved', 'en', { trading_name: 'A\r\nBcc: all@desk.example', case_number: 'x' });
    expect(letter.subject).not.toMatch(/[\r\n]/);
  });

  it('refuses names that lead out of its folder', () => {
    expect(() => render('../../package', 'en', {})).toThrow();
    expect(() => render('received', '..', {})).toThrow();
  });

  it('has every letter in both languages with the same placeholders', () => {
    expect(readdirSync(new URL('de/', folder)).filter((name) => name.endsWith('.txt'))).toEqual(letters);
    for (const name of letters)
      expect([name, placeholdersOf('de', name)]).toEqual([name, placeholdersOf('en', name)]);
  });

  it('has every phrase in both languages with the same placeholders', () => {
    const read = (locale: string) =>
      JSON.parse(readFileSync(new URL(`${locale}/phrases.json`, folder), 'utf8')) as Record<string, string>;
    const [en, de] = [read('en'), read('de')];
    expect(Object.keys(de)).toEqual(Object.keys(en));
    for (const [key, words] of Object.entries(en))
      expect([key, (de[key] ?? '').match(/\{\{\w+\}\}/g)]).toEqual([key, words.match(/\{\{\w+\}\}/g)]);
    expect(phrase('en', 'no.such.key')).toBeUndefined();
  });

  it('says in a rejection who decided, that a tool read the text, and how to appeal within 30 days', () => {
    for (const locale of ['en', 'de']) {
      const { body } = render('rejected', locale, { appeal_days: '30', role: 'ROLE', rubric_version: '1.0' });
      expect(body).toContain('30');
      expect(body).toContain('ROLE');
      expect(body).toMatch(/tool|Programm/);
      expect(body).toMatch(/appeal|widersprechen/);
    }
  });
});
