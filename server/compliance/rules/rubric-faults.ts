import type { FieldError } from '../../kernel/problem.ts';
import type { RubricBook } from '../schema/rubric.ts';

const isGap = (token: string) => /^~\d+$/.test(token);
const isOptional = (token: string) => token.endsWith('?');

/** How many letters an alternative asks for: with an open end one letter would match half a language. */
const asksFor = (one: string) => one.replaceAll('*', '').length >= (one.includes('*') ? 2 : 1);

/** A word of a pattern is a hold where it must stand and each of its alternatives asks for something. */
const holds = (token: string): boolean =>
  !isGap(token) && !isOptional(token) && token.split('|').every(asksFor);

/** What is wrong with a pattern of the lexicon; null for a sound one. */
export function patternFault(pattern: string): 'empty' | 'matches_everything' | null {
  const tokens = pattern.trim().split(/\s+/).filter(Boolean);
  if (tokens.length === 0) return 'empty';
  return tokens.some(holds) ? null : 'matches_everything';
}

type Add = (pointer: string, code: string) => void;

function lexiconFaults(book: RubricBook, add: Add): void {
  for (const [language, lists] of Object.entries(book.lexicon))
    for (const [tag, patterns] of Object.entries(lists))
      for (const [index, pattern] of patterns.entries()) {
        const fault = patternFault(pattern);
        if (fault) add(`/lexicon/${language}/${tag}/${index}`, fault);
      }
}

function repeated(ids: readonly string[], pointer: string, add: Add): void {
  for (const [index, id] of ids.entries())
    if (ids.indexOf(id) !== index) add(`${pointer}/${index}`, 'repeated');
}

/** What contradicts itself in a rubric, each at its place: bands, unknown names, weights, cues that say nothing. */
export function rubricFaults(book: RubricBook): FieldError[] {
  const faults: FieldError[] = [];
  const add: Add = (pointer, code) => faults.push({ pointer, code });
  const { bands, credits } = book;
  if (bands.review_min >= bands.pass_min) add('/bands/review_min', 'bands_overlap');
  for (const [name, value] of Object.entries(bands))
    if (value < 0 || value > 100) add(`/bands/${name}`, 'outside_the_scale');
  if (!(credits.met > credits.partial && credits.partial > credits.missing))
    add('/credits/partial', 'credits_out_of_order');
  if (credits.contradicted > credits.missing) add('/credits/contradicted', 'credits_out_of_order');
  const criteria = book.criteria.map(({ id }) => id);
  const known = new Set(criteria);
  repeated(criteria, '/criteria', add);
  repeated(
    book.red_flags.map(({ id }) => id),
    '/red_flags',
    add,
  );
  for (const list of ['core', 'key'] as const)
    for (const [index, id] of book[list].entries())
      if (!known.has(id)) add(`/${list}/${index}`, 'unknown_criterion');
  for (const id of Object.keys(book.verdicts))
    if (!known.has(id)) add(`/verdicts/${id}`, 'unknown_criterion');
  for (const id of Object.keys(book.regimes))
    if (!book.regions.includes(id)) add(`/regimes/${id}`, 'unknown_region');
  const sum = (coherence: boolean) =>
    book.criteria
      .filter(({ area }) => (area === 'coherence') === coherence)
      .reduce((total, { weight }) => total + weight, 0);
  if (sum(true) <= 0 || sum(false) <= 0) add('/criteria', 'weights_sum_to_nothing');
  lexiconFaults(book, add);
  return faults;
}
