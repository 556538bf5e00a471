import { z } from 'zod';

const positive = z.number().positive();
const year = z.string().regex(/^(19|20)\d\d$/);
const words = z.array(z.string());
const condition = z.strictObject({
  channel: words.optional(),
  denom: words.optional(),
  scope: words.optional(),
  label: words.optional(),
  segment: words.optional(),
  family: words.optional(),
});

/** The tags of published figures and the words of a claim, as strata; see docs/norms.md. */
const strata = z.strictObject({
  denominators: z.record(z.string(), z.string()),
  lead_definitions: z.record(z.string(), z.string()),
  lead_definitions_by_channel: z.record(z.string(), z.record(z.string(), z.string())),
  scopes: z.array(z.strictObject({ when: condition, scope: z.enum(['media_only', 'all_in', 'unknown']) })),
  scope_free: words,
  platforms: z.record(z.string(), z.array(z.strictObject({ when: condition, platform: z.string() }))),
  rates: z.record(z.string(), z.strictObject({ stage: z.string(), denom: z.string() })),
  subverticals: z.record(z.string(), z.string()),
});

/** The rule book of plausibility as published: every number the norms and verdicts depend on. */
export const plausibilityBookSchema = z.strictObject({
  version: z.string().min(1).max(20),
  shrinkage: z.number().min(0).max(50),
  mad_factor: positive,
  floors: z.strictObject({ cost: positive, qualified_lead_rate: positive, sql_rate: positive }),
  thresholds: z.strictObject({
    ask: positive,
    second_reviewer: positive,
    note: positive,
    rate_ask: positive,
    rate_second_reviewer: positive.nullable(),
  }),
  levels: z.strictObject({
    cell_min: z.int().min(1),
    channel_min: z.int().min(1),
    percentile_min: z.int().min(1),
  }),
  tiers: z.record(z.string(), positive),
  age: z.strictObject({
    half_after: z.int().min(0),
    exclude_after: z.int().min(0),
    old_weight: positive.max(1),
  }),
  sample: z.strictObject({ confidence_z: positive }),
  rate_clamp: positive.max(10),
  index: z.strictObject({
    source: z.string().min(1),
    currency: z.string().regex(/^[A-Z]{3}$/),
    values: z.record(year, positive).refine((values) => Object.keys(values).length > 0, 'needs a year'),
  }),
  exchange: z.strictObject({
    base: z.string().regex(/^[A-Z]{3}$/),
    source: z.string().min(1),
    provisional_years: z.array(z.int()),
    rates: z.record(z.string().regex(/^[A-Z]{3}$/), z.record(year, positive)),
  }),
  arithmetic: z.strictObject({
    cpl_relative_tolerance: z.number().min(0).max(0.5),
    whole_unit_tolerance: z.number().min(0).max(1),
    max_months: z.int().min(1),
    earliest_year: z.int().min(1990),
    small_count: z.int().min(0),
  }),
  strata,
  regions: z.record(z.string(), words),
});
