import type { PlausibilityBook } from './book.ts';

export const costMetrics = ['cpl', 'cost_per_qualified_lead', 'cost_per_meeting'] as const;
export const rateMetrics = ['qualified_lead_rate', 'sql_rate', 'lead_to_opportunity_rate'] as const;
export const metrics = [...costMetrics, ...rateMetrics] as const;
export type Metric = (typeof metrics)[number];

export const isCost = (metric: string): boolean => (costMetrics as readonly string[]).includes(metric);

/** Percent 0..100 to logit, moved off the ends so that 0 and 100 stay finite. */
export function logit(percent: number, clamp: number): number {
  const p = Math.min(100 - clamp, Math.max(clamp, percent)) / 100;
  return Math.log(p / (1 - p));
}

export const fromLogit = (x: number): number => 100 / (1 + Math.exp(-x));

/** Why an amount could not be brought to the index year; never guessed. */
export type ConversionGap = 'no_exchange_rate' | 'year_before_index';

export interface Factor {
  /** Base currency of the index year for one unit of the amount's own currency and year. */
  factor: number;
  /** The rate is provisional, or the index ends before the year. */
  caveats: ('exchange_rate_provisional' | 'index_not_extended')[];
}

export function indexYear(book: PlausibilityBook): number {
  return Math.max(...Object.keys(book.index.values).map(Number));
}

function exchange(book: PlausibilityBook, currency: string, year: number): number | undefined {
  return currency === book.exchange.base ? 1 : book.exchange.rates[currency]?.[String(year)];
}

/**
 * The factor that brings an amount of this currency and year to base currency of the index year.
 * A year after the index keeps the last index value and says so.
 */
export function toIndexYear(
  book: PlausibilityBook,
  currency: string,
  year: number,
): Factor | { gap: ConversionGap } {
  const rate = exchange(book, currency, year);
  if (rate === undefined) return { gap: 'no_exchange_rate' };
  const last = indexYear(book);
  const from = book.index.values[String(Math.min(year, last))];
  const to = book.index.values[String(last)];
  if (from === undefined || to === undefined) return { gap: 'year_before_index' };
  const caveats: Factor['caveats'] = [];
  if (currency !== book.exchange.base && book.exchange.provisional_years.includes(year))
    caveats.push('exchange_rate_provisional');
  if (year > last) caveats.push('index_not_extended');
  return { factor: (rate * to) / from, caveats };
}
