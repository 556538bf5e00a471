import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sha256 } from './digest.ts';

const folder = fileURLToPath(new URL('../../templates/', import.meta.url));

/** Stands in a kept letter until it is sent; the sending job puts a fresh one-time link there. */
export const deferredPlaceholders: readonly string[] = ['link'];

export interface Rendered {
  subject: string;
  /** Plain text; paragraphs are parted by an empty line. */
  body: string;
  /** Name and digest of the wording used, "approved@3fa9c1d2e0b7". */
  version: string;
  /** Placeholders of the template for which no value was given. */
  unfilled: string[];
  /** Values given for which the template has no placeholder. */
  unknown: string[];
}

interface Template {
  subject: string;
  body: string;
  version: string;
  names: Set<string>;
}

const placeholder = /\{\{\s*([a-z][a-z0-9_]*)\s*\}\}/g;
const templates = new Map<string, Template>();
const phrases = new Map<string, Record<string, string>>();

function safeName(name: string): string {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error(`no template is named ${name}`);
  return name;
}

function load(template: string, locale: string): Template {
  const path = `mail/${safeName(locale)}/${safeName(template)}.txt`;
  const known = templates.get(path);
  if (known) return known;
  const text = readFileSync(folder + path, 'utf8').replaceAll('\r\n', '\n');
  const match = /^Subject: (.+)\n\n([\s\S]+)$/.exec(text);
  if (!match?.[1] || !match[2]) throw new Error(`${path} must begin with "Subject: ..." and an empty line`);
  const made = {
    subject: match[1].trim(),
    body: match[2].trim(),
    version: `${template}@${sha256(text).slice(0, 12)}`,
    names: new Set(Array.from(text.matchAll(placeholder), ([, name]) => name ?? '')),
  };
  templates.set(path, made);
  return made;
}

/** A value as literal text: braces in it can neither be filled later nor pass for a gap in the letter (trust 42). */
function literal(name: string, value: string): string {
  if (deferredPlaceholders.includes(name) && value === `{{${name}}}`) return value;
  return value.replace(/\{(?=\{)/g, '{ ').replace(/\}(?=\})/g, '} ');
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(placeholder, (whole, name: string) =>
    Object.hasOwn(values, name) ? literal(name, values[name] ?? '') : whole,
  );
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const tidy = (text: string): string =>
  text
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/**
 * A letter from its template in a language. Values are literal text; nothing in them is filled or read as markup.
 * Placeholders without a value stay standing and are listed.
 */
export function render(template: string, locale: string, values: Readonly<Record<string, string>>): Rendered {
  const { subject, body, version, names } = load(template, locale);
  return {
    subject: oneLine(fill(subject, values)),
    body: tidy(fill(body, values)),
    version,
    unfilled: [...names].filter((name) => !Object.hasOwn(values, name)),
    unknown: Object.keys(values).filter((name) => !names.has(name)),
  };
}

/** Placeholders still standing in a text, without those that are filled at sending. */
export function placeholdersLeft(text: string): string[] {
  const left = Array.from(text.matchAll(placeholder), ([, name]) => name ?? '');
  return [...new Set(left)].filter((name) => !deferredPlaceholders.includes(name));
}

/** Fills what was left for the moment of sending. */
export function fillDeferred(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(placeholder, (whole, name: string) =>
    deferredPlaceholders.includes(name) && Object.hasOwn(values, name) ? (values[name] ?? '') : whole,
  );
}

/** One phrase of a language, for the parts of a letter that are put together from codes; undefined where it has none. */
export function phrase(
  locale: string,
  key: string,
  values: Readonly<Record<string, string>> = {},
): string | undefined {
  let known = phrases.get(locale);
  if (!known) {
    const text = readFileSync(`${folder}mail/${safeName(locale)}/phrases.json`, 'utf8');
    known = JSON.parse(text) as Record<string, string>;
    phrases.set(locale, known);
  }
  const words = known[key];
  return words === undefined ? undefined : fill(words, values);
}
