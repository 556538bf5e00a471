import { z } from 'zod';

const channels = [
  'cold_email_outbound',
  'linkedin_outbound',
  'paid_search',
  'content_seo_inbound',
  'paid_social',
  'affiliate_partnership',
  'event_webinar',
] as const;
const regions = ['eu', 'uk', 'us', 'us_ca', 'ca', 'other'] as const;

/** One line of a file of statements; further keys (labels, origin) are ignored. */
export const statementLineSchema = z.object({
  id: z.string().min(1).max(200),
  channels: z.array(z.enum(channels)).min(1),
  regions: z.array(z.enum(regions)).min(1),
  statement: z.string().max(1_048_576),
  data_sourcing: z.string().max(1_048_576),
});

export type StatementLine = z.infer<typeof statementLineSchema>;

type Parsed = { ok: true; value: StatementLine; raw: unknown } | { ok: false; id?: string; error: string };

/** Parses a line; says in words what is wrong with it, and whose line it is where that can be told. */
export function statementLine(line: string): Parsed {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch {
    return { ok: false, error: 'not a JSON object' };
  }
  const result = statementLineSchema.safeParse(raw);
  if (result.success) return { ok: true, value: result.data, raw };
  const id =
    typeof raw === 'object' && raw !== null && 'id' in raw && typeof raw.id === 'string' ? raw.id : undefined;
  const error = result.error.issues
    .map((issue) => `${issue.path.join('.') || 'line'}: ${issue.message}`)
    .join('; ');
  return { ok: false, ...(id === undefined ? {} : { id }), error };
}

/** What people settled for a statement; only `assay evaluate` reads it. */
export const labelsSchema = z.object({
  lang: z.string().optional(),
  trap: z.string().optional(),
  labels: z.object({
    criteria: z.record(z.string(), z.enum(['met', 'partial', 'missing', 'contradicted'])),
    red_flags: z.array(z.string()),
    coherent: z.boolean(),
    expected_band: z.enum(['pass', 'review', 'reject']),
  }),
});
