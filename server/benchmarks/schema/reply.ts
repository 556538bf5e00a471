import { z } from 'zod';

export const claimVerdictNames = ['plausible', 'no_norm', 'ask', 'second_reviewer', 'arithmetic'] as const;
export type ClaimVerdictName = (typeof claimVerdictNames)[number];

/** Notes in which a claim's own numbers speak about each other: findings to ask about, not remarks on the norm (M39). */
export const arithmeticNotes: readonly string[] = [
  'rate_out_of_range',
  'cost_not_positive',
  'cpl_does_not_follow',
  'sql_rate_above_qualified_rate',
  'rate_impossible_for_count',
  'no_sql_from_leads',
  'timeframe_reversed',
  'timeframe_in_future',
  'timeframe_too_long',
  'timeframe_too_old',
];

const note = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) });

/** One figure of a claim against its norms; money in the claim's own currency and year, in major units. */
export const verdictReply = z.object({
  id: z.string(),
  metric: z.string(),
  verdict: z.enum(claimVerdictNames),
  value: z.number(),
  currency: z.string().nullable(),
  norm: z.number().nullable(),
  cell_median: z.number().nullable(),
  n: z.number(),
  channel_n: z.number(),
  families: z.array(z.string()),
  level: z.enum(['cell', 'channel', 'none']),
  ratio: z.number().nullable(),
  z: z.number().nullable(),
  percentile: z.number().nullable(),
  asks_below: z.number().nullable(),
  stratum: z.string(),
  channel: z.string(),
  region_note: z.string().nullable(),
  notes: z.array(note),
  version: z.string(),
  points: z.array(
    z.object({
      value: z.number(),
      family: z.string(),
      weight: z.number(),
      vertical: z.string(),
      printed: z.number(),
      currency: z.string(),
      title: z.string(),
      url: z.string(),
      year: z.number().nullable(),
    }),
  ),
});

export const claimReply = z.object({
  id: z.string(),
  position: z.number(),
  case_study_id: z.string(),
  state: z.string(),
  figures: z.record(z.string(), z.unknown()),
  verdicts: z.array(verdictReply),
  worst_verdict: z.enum(claimVerdictNames),
  judged: z.boolean(),
  let_stand: z
    .object({ by: z.object({ id: z.string(), name: z.string() }), reason: z.string(), at: z.date() })
    .nullable(),
  /** Minor units (M41); null when the rate is zero. */
  cost_per_qualified_opportunity: z.number().nullable(),
});
export type ClaimReply = z.infer<typeof claimReply>;

export const distributionQuery = z.strictObject({
  channel: z.string().max(60),
  vertical: z.string().max(60).optional(),
  stratum: z.string().max(120),
});

export const distributionReply = z.object({
  norm_version: z.string(),
  stratum: z.string(),
  channel: z.string(),
  vertical: z.string().nullable(),
  currency: z.string(),
  year: z.number(),
  points: z.array(
    z.object({
      row: z.number(),
      value: z.number(),
      family: z.string(),
      weight: z.number(),
      vertical: z.string(),
      printed: z.number(),
      currency: z.string(),
      region: z.string(),
      year: z.number().nullable(),
      title: z.string(),
      publisher: z.string(),
      url: z.string(),
    }),
  ),
});
