/** A condition on the tags of a published figure; every named field must match. */
export interface TagCondition {
  channel?: readonly string[];
  denom?: readonly string[];
  scope?: readonly string[];
  label?: readonly string[];
  segment?: readonly string[];
  family?: readonly string[];
}

export type CostScope = 'media_only' | 'all_in' | 'unknown';

/** How the tags of published figures and the words of a claim become strata; documented in docs/norms.md. */
export interface StrataTable {
  /** Tag `denom` of a cost figure to the class of what was counted. */
  denominators: Readonly<Record<string, string>>;
  /** What the claim calls a lead to the same classes; the empty key is "not said". */
  lead_definitions: Readonly<Record<string, string>>;
  /** Exceptions by channel: channel, then definition, to class. */
  lead_definitions_by_channel: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** First condition that holds decides; none is `unknown`. */
  scopes: readonly { when: TagCondition; scope: CostScope }[];
  /** Classes whose cost scope is not split: too few figures say it. */
  scope_free: readonly string[];
  /** Channels whose figures are kept apart by platform. First condition that holds decides. */
  platforms: Readonly<Record<string, readonly { when: TagCondition; platform: string }[]>>;
  /** The stage and denominator a claimed rate is compared with. */
  rates: Readonly<Record<string, { stage: string; denom: string }>>;
  /** Other names of a sub-vertical, by the tag `segment`. */
  subverticals: Readonly<Record<string, string>>;
}

/**
 * The rule book of plausibility: every number the norms and verdicts depend on.
 * Thresholds are distances in z; rates and percentages are 0..100; years are calendar years.
 */
export interface PlausibilityBook {
  version: string;
  shrinkage: number;
  mad_factor: number;
  floors: { cost: number; qualified_lead_rate: number; sql_rate: number };
  thresholds: {
    ask: number;
    second_reviewer: number;
    note: number;
    rate_ask: number;
    /** null: a rate never asks for a second reviewer. */
    rate_second_reviewer: number | null;
  };
  levels: { cell_min: number; channel_min: number; percentile_min: number };
  tiers: Readonly<Record<string, number>>;
  age: { half_after: number; exclude_after: number; old_weight: number };
  sample: { confidence_z: number };
  /** Rates are moved this many points away from 0 and 100 before the logit. */
  rate_clamp: number;
  index: { source: string; currency: string; values: Readonly<Record<string, number>> };
  exchange: {
    base: string;
    source: string;
    provisional_years: readonly number[];
    /** Units of the base currency for one unit, by currency and year. */
    rates: Readonly<Record<string, Readonly<Record<string, number>>>>;
  };
  arithmetic: {
    cpl_relative_tolerance: number;
    whole_unit_tolerance: number;
    max_months: number;
    earliest_year: number;
    small_count: number;
  };
  strata: StrataTable;
  /** Region text of a published figure to the regions of the taxonomy it speaks for. */
  regions: Readonly<Record<string, readonly string[]>>;
}
