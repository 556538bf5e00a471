import type { PlausibilityBook } from './book.ts';
import type { Claim } from './claim.ts';
import { isCost, logit, type Metric } from './scale.ts';
import { type Scored, sampled } from './score.ts';

const halvings = 60;

/** The threshold at which this claim asks: the second reviewer's where severity is one lower; null: it never asks. */
function askingAt(metric: Metric, lower: boolean, book: PlausibilityBook): number | null {
  const { ask, second_reviewer, rate_ask, rate_second_reviewer } = book.thresholds;
  if (isCost(metric)) return lower ? second_reviewer : ask;
  return lower ? rate_second_reviewer : rate_ask;
}

/**
 * Where this claim would begin to ask, on the scale of its norm: the highest cost or the lowest rate that asks, with its
 * number of leads and its severity as they are. Null where no figure could (M38).
 */
export function askingLine(
  claim: Claim,
  metric: Metric,
  scored: Scored,
  book: PlausibilityBook,
): number | null {
  const { norm, spread } = scored.standing;
  const threshold = askingAt(metric, scored.lower, book);
  if (norm === null || threshold === null) return null;
  const down = isCost(metric);
  const target = norm + (down ? -threshold : threshold) * spread;
  const asks = (x: number) => {
    const near = sampled(claim, metric, x, norm, book);
    return down ? near <= target : near >= target;
  };
  if (asks(target)) return target;
  let inside = down ? target - 20 : logit(100, book.rate_clamp);
  if (!asks(inside)) return null;
  let outside = target;
  for (let step = 0; step < halvings; step += 1) {
    const middle = (inside + outside) / 2;
    if (asks(middle)) inside = middle;
    else outside = middle;
  }
  return inside;
}
