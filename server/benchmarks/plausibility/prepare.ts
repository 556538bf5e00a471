import type { CostScope, PlausibilityBook, TagCondition } from './book.ts';
import type { LeftOut, LeftOutReason, PreparedFigure, PublishedFigure } from './figures.ts';
import { isCost, logit, rateMetrics, toIndexYear } from './scale.ts';

function matches(figure: PublishedFigure, when: TagCondition): boolean {
  const facts: Record<keyof TagCondition, string> = {
    channel: figure.channel,
    denom: figure.tags.denom ?? '',
    scope: figure.tags.scope ?? '',
    label: figure.tags.channel_label ?? '',
    segment: figure.tags.segment ?? '',
    family: figure.tags.family ?? '',
  };
  return (Object.keys(when) as (keyof TagCondition)[]).every(
    (key) => when[key]?.includes(facts[key]) ?? true,
  );
}

export function costStratum(counted: string, scope: CostScope, book: PlausibilityBook): string {
  return `cost|${counted}|${book.strata.scope_free.includes(counted) ? 'any' : scope}`;
}

/** The stratum of a published figure: what was counted and what was paid, or which stage a rate measures. */
export function stratumOf(figure: PublishedFigure, book: PlausibilityBook): string {
  const { strata } = book;
  const denom = figure.tags.denom ?? 'not_stated';
  if (!isCost(figure.metric)) return `${figure.metric}|${figure.tags.stage ?? 'not_stated'}|${denom}`;
  const counted = strata.denominators[denom] ?? denom;
  return costStratum(
    counted,
    strata.scopes.find((row) => matches(figure, row.when))?.scope ?? 'unknown',
    book,
  );
}

function channelOf(figure: PublishedFigure, book: PlausibilityBook): string {
  const rows = book.strata.platforms[figure.channel];
  if (rows === undefined) return figure.channel;
  const platform = rows.find((row) => matches(figure, row.when))?.platform ?? 'not_stated';
  return `${figure.channel}.${platform}`;
}

/** The words of a sub-vertical as one comparable name. */
export function subverticalName(words: string, book: PlausibilityBook): string {
  const slug = words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
  return book.strata.subverticals[slug] ?? slug;
}

/** The printed value: typical where given, else the middle of the range on the metric's own scale. */
function printedValue(figure: PublishedFigure, book: PlausibilityBook): number | LeftOutReason {
  const { low, high, typical } = figure;
  const cost = isCost(figure.metric);
  const bad = (value: number) => (cost ? value <= 0 : value < 0 || value > 100);
  if ([low, typical, high].some((value) => value !== null && bad(value))) return 'out_of_range';
  if (typical !== null) return typical;
  if (low === null || high === null) return 'open_range';
  if (cost) return Math.sqrt(low * high);
  const middle = (logit(low, book.rate_clamp) + logit(high, book.rate_clamp)) / 2;
  return 100 / (1 + Math.exp(-middle));
}

function ageWeight(year: number | null, book: PlausibilityBook, asOfYear: number): number | LeftOutReason {
  if (year === null) return 1;
  if (year > asOfYear) return 'after_as_of';
  if (asOfYear - year > book.age.exclude_after) return 'too_old';
  return asOfYear - year > book.age.half_after ? book.age.old_weight : 1;
}

/** Undated amounts stay as printed, which only makes sense in the base currency. */
function factorOf(figure: PublishedFigure, book: PlausibilityBook): number | LeftOutReason {
  if (figure.year === null) return figure.currency === book.exchange.base ? 1 : 'undated_foreign_currency';
  const result = toIndexYear(book, figure.currency, figure.year);
  return 'gap' in result ? result.gap : result.factor;
}

/** Brings one figure to its scale, or says why it has no vote. */
export function prepareFigure(
  figure: PublishedFigure,
  book: PlausibilityBook,
  asOfYear: number,
): PreparedFigure | LeftOut {
  const family = figure.tags.family;
  const out = (reason: LeftOutReason): LeftOut => ({ row: figure.row, family: family ?? '', reason });
  const cost = isCost(figure.metric);
  if (!cost && !(rateMetrics as readonly string[]).includes(figure.metric)) return out('metric_not_judged');
  if (family === undefined) return out('no_family');
  const age = ageWeight(figure.year, book, asOfYear);
  if (typeof age === 'string') return out(age);
  const printed = printedValue(figure, book);
  if (typeof printed === 'string') return out(printed);
  const factor = cost ? factorOf(figure, book) : 1;
  if (typeof factor === 'string') return out(factor);
  const named = figure.tags.subvertical === 'yes' ? (figure.tags.segment ?? 'not_stated') : null;
  return {
    row: figure.row,
    stratum: stratumOf(figure, book),
    channel: channelOf(figure, book),
    vertical: figure.vertical,
    subvertical: named === null ? null : subverticalName(named, book),
    family,
    x: cost ? Math.log(printed * factor) : logit(printed, book.rate_clamp),
    weight: age * (book.tiers[figure.tags.tier ?? ''] ?? 1),
    region: figure.region,
    year: figure.year,
    printed,
    currency: figure.currency,
    title: figure.title,
    publisher: figure.publisher,
    url: figure.url,
  };
}
