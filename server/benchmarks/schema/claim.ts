import { z } from 'zod';
import { channels, icpSizes, otherVertical, verticals } from '../../kernel/taxonomy.ts';

/** What one "lead" of the claim is; the definition explains more of the spread than the vertical does. */
export const leadDefinitions = [
  'contact_record',
  'form_submission',
  'content_download',
  'inquiry',
  'mql',
  'meeting',
] as const;
export type LeadDefinition = (typeof leadDefinitions)[number];

/** Paid social figures differ by platform; a claim may name its own. */
export const socialPlatforms = ['linkedin', 'meta'] as const;
export type SocialPlatform = (typeof socialPlatforms)[number];

/** Media spend alone, or everything the client paid including fees. */
export const costBases = ['media_only', 'all_in'] as const;
export type CostBasis = (typeof costBases)[number];

export const claimVerticals = [...verticals, otherVertical] as const;
export type ClaimVertical = (typeof claimVerticals)[number];

const month = z.string().regex(/^(19|20)\d\d-(0[1-9]|1[0-2])$/, 'expected YYYY-MM');
const percent = z.number().min(0).max(100);
/** Largest amount that is certainly a mistake above it, and safe in a PostgreSQL bigint and a JavaScript number. */
const maxMinor = 1_000_000_000_000;

/** The fields alone, for drafts (`.partial()`) and for the console; rules across fields are in `benchmarkFiguresSchema`. */
export const benchmarkFiguresFields = z.strictObject({
  channel: z.enum(channels),
  vertical: z.enum(claimVerticals),
  vertical_other: z.string().trim().min(1).max(100).optional(),
  icp: z.strictObject({
    size: z.enum(icpSizes),
    definition: z.string().trim().min(1).max(500),
  }),
  campaign_objective: z.string().trim().min(1).max(300),
  cpl_minor: z.int().min(1).max(maxMinor),
  currency: z.string().regex(/^[A-Z]{3}$/, 'expected an ISO 4217 code'),
  qualified_lead_rate: percent,
  sql_rate: percent.optional(),
  timeframe: z.strictObject({ from: month, to: month }),
  lead_definition: z.enum(leadDefinitions),
  cost_basis: z.enum(costBases),
  country: z.string().regex(/^[A-Z]{2}$/, 'expected an ISO 3166 country code'),
  spend_minor: z.int().min(1).max(maxMinor).optional(),
  lead_count: z.int().min(1).max(100_000_000).optional(),
  platform: z.enum(socialPlatforms).optional(),
  subvertical: z.string().trim().min(1).max(100).optional(),
});

/**
 * The benchmark figures of one case study (M33, M34): seven required fields, the three without which no comparison
 * is fair, and spend and lead count as evidence. Money in minor units, rates in percent, months as YYYY-MM.
 */
export const benchmarkFiguresSchema = benchmarkFiguresFields.superRefine((figures, context) => {
  if (figures.vertical === otherVertical && figures.vertical_other === undefined) {
    context.addIssue({ code: 'custom', path: ['vertical_other'], message: 'name the vertical' });
  }
  if (figures.timeframe.from > figures.timeframe.to) {
    context.addIssue({ code: 'custom', path: ['timeframe', 'to'], message: 'ends before it begins' });
  }
});
export type BenchmarkFigures = z.infer<typeof benchmarkFiguresSchema>;
