import type { FieldError } from '../../kernel/problem.ts';
import type { PlausibilityBook } from '../plausibility/book.ts';

/** What contradicts itself in a plausibility book, each at its place. */
export function plausibilityFaults(book: PlausibilityBook): FieldError[] {
  const faults: FieldError[] = [];
  const add = (pointer: string, code: string) => faults.push({ pointer, code });
  const { thresholds, levels, age } = book;
  if (thresholds.second_reviewer < thresholds.ask)
    add('/thresholds/second_reviewer', 'below_the_line_that_asks');
  if (thresholds.rate_second_reviewer !== null && thresholds.rate_second_reviewer < thresholds.rate_ask)
    add('/thresholds/rate_second_reviewer', 'below_the_line_that_asks');
  if (levels.channel_min < levels.cell_min) add('/levels/channel_min', 'below_the_cell');
  if (age.exclude_after < age.half_after) add('/age/exclude_after', 'before_the_half');
  if (book.index.currency !== book.exchange.base) add('/index/currency', 'not_the_base_currency');
  return faults;
}
