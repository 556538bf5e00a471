import { regionOfCountry, verticals } from '../../kernel/taxonomy.ts';
import type { PlausibilityBook } from './book.ts';
import type { Claim, Verdict, VerdictNote } from './claim.ts';
import type { NormVersion } from './figures.ts';
import { nearest, poisson, wilson } from './interval.ts';
import { fromLogit, isCost, logit, type Metric } from './scale.ts';
import type { Standing } from './standing.ts';

/** Forgives the last bits of floating point, so that a z of exactly -2 asks. */
const epsilon = 1e-9;

/** x moved to the end of its sampling interval nearest the norm, when the number of leads is known. */
export function sampled(
  claim: Claim,
  metric: Metric,
  x: number,
  norm: number,
  book: PlausibilityBook,
): number {
  const leads = claim.lead_count;
  if (!leads || metric === 'cost_per_meeting' || metric === 'cost_per_qualified_lead') return x;
  const z = book.sample.confidence_z;
  if (isCost(metric)) {
    const count = poisson(leads, z);
    const highest = count.low > 0 ? x + Math.log(leads / count.low) : Number.POSITIVE_INFINITY;
    return nearest(x - Math.log(count.high / leads), highest, norm);
  }
  const share = metric === 'sql_rate' ? (claim.figures.qualified_lead_rate ?? 100) / 100 : 1;
  const trials = Math.max(1, Math.round(leads * share));
  const interval = wilson(fromLogit(x), trials, z);
  return nearest(logit(interval.low, book.rate_clamp), logit(interval.high, book.rate_clamp), norm);
}

/** Distance from the norm in predictive spreads; too good is negative for costs and positive for rates. */
export const zOf = (x: number, norm: number, spread: number): number => (x - norm) / spread;

function byThreshold(metric: Metric, z: number, book: PlausibilityBook): Verdict {
  const { ask, second_reviewer, rate_ask, rate_second_reviewer } = book.thresholds;
  const good = isCost(metric) ? -z : z;
  const second = isCost(metric) ? second_reviewer : rate_second_reviewer;
  if (second !== null && good >= second - epsilon) return 'second_reviewer';
  return good >= (isCost(metric) ? ask : rate_ask) - epsilon ? 'ask' : 'plausible';
}

const oneLower: Partial<Record<Verdict, Verdict>> = { second_reviewer: 'ask', ask: 'plausible' };

/** Whether none of the figures behind the level speaks for the region the campaign ran in. */
function foreign(claim: Claim, standing: Standing, norms: NormVersion, book: PlausibilityBook): boolean {
  if (!claim.country) return false;
  const region = regionOfCountry(claim.country);
  const rows = new Set(standing.behind.flatMap((vote) => vote.rows));
  return !norms.figures.some(
    (figure) => rows.has(figure.row) && book.regions[figure.region]?.includes(region),
  );
}

export interface Scored {
  standing: Standing;
  verdict: Verdict;
  z: number;
  /** Severity is one lower here: the figures are from elsewhere, or the category itself has none. */
  lower: boolean;
  foreign: boolean;
  notes: VerdictNote[];
}

/** The verdict at one place that has a norm, with severity lowered once where the norm is borrowed from elsewhere. */
export function scoreAt(
  norms: NormVersion,
  book: PlausibilityBook,
  claim: Claim,
  metric: Metric,
  x: number,
  standing: Standing & { norm: number },
): Scored {
  const near = sampled(claim, metric, x, standing.norm, book);
  const z = zOf(near, standing.norm, standing.spread);
  const abroad = foreign(claim, standing, norms, book);
  const empty = standing.votes.cell.length === 0;
  const strict = byThreshold(metric, z, book);
  const lower = abroad || empty;
  const lowered = lower ? oneLower[strict] : undefined;
  const notes: VerdictNote[] = [...standing.place.notes];
  if (empty) notes.push({ code: 'channel_norm_only', params: { channel_n: standing.votes.channel.length } });
  else if (standing.level === 'channel')
    notes.push({ code: 'borrowed_from_channel', params: { n: standing.votes.cell.length } });
  if (near !== x) notes.push({ code: 'small_sample', params: { lead_count: claim.lead_count ?? 0 } });
  if (lowered) notes.push({ code: 'severity_lowered', params: { from: strict, to: lowered } });
  const worse = isCost(metric) ? z : -z;
  if (worse >= book.thresholds.note - epsilon)
    notes.push({ code: isCost(metric) ? 'unusually_high' : 'unusually_low', params: {} });
  if (!isCost(metric)) notes.push({ code: 'low_confidence', params: {} });
  return { standing, verdict: lowered ?? strict, z, lower, foreign: abroad, notes };
}

/** A vertical written out by hand has no norm: nobody publishes figures about it. */
export const hasVertical = (claim: Claim): boolean =>
  (verticals as readonly string[]).includes(claim.vertical);
