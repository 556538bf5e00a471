import type { CostScope } from './book.ts';
import type { Metric } from './scale.ts';

/** A claim as the engine sees it. Money in major units of `currency`, rates in percent, months as YYYY-MM. */
export interface Claim {
  channel: string;
  /** A vertical of the taxonomy; `other` or one nobody publishes about has no norm. */
  vertical: string;
  /** For channels whose figures are split by platform (`linkedin`, `meta`); absent: assumed and said so. */
  platform?: string | undefined;
  subvertical?: string | undefined;
  /** The year the money was spent. */
  year: number;
  currency?: string | undefined;
  /** Empty: not said. */
  lead_definition: string;
  cost_basis: CostScope;
  /** ISO 3166-1 alpha-2 country of the campaign. */
  country?: string | undefined;
  figures: Partial<Record<Metric, number>>;
  spend?: number | undefined;
  lead_count?: number | undefined;
  timeframe?: { from: string; to: string } | undefined;
}

export type Verdict = 'plausible' | 'ask' | 'second_reviewer' | 'no_norm' | 'arithmetic';
export type Level = 'cell' | 'channel' | 'none';

/** A remark in a code the locale catalogues put into words. */
export interface VerdictNote {
  code: string;
  params: Record<string, string | number>;
}

/**
 * What the norms say about one figure. `norm`, `cell_median` and `asks_below` are in the claim's own currency and year,
 * or percent; for a rate `asks_below` is the line above which it asks. `n` counts families in the cell, `families` names
 * those behind the level used, `ratio` is value over norm, `percentile` is 0..100.
 */
export interface ClaimVerdict {
  metric: Metric;
  verdict: Verdict;
  value: number;
  currency: string | null;
  norm: number | null;
  cell_median: number | null;
  n: number;
  channel_n: number;
  families: string[];
  level: Level;
  ratio: number | null;
  z: number | null;
  percentile: number | null;
  asks_below: number | null;
  stratum: string;
  channel: string;
  region_note: string | null;
  notes: VerdictNote[];
  /** Rows of the published figures behind the level used. */
  figures: number[];
  version: string;
}
