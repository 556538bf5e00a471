import { z } from 'zod';

export const bands = ['pass', 'review', 'reject'] as const;
export const verdicts = ['met', 'partial', 'missing', 'contradicted'] as const;

/** A place in the text as submitted, UTF-16 units; `part` is the sourcing answer it lies in, with offsets into that answer. */
export const evidenceReply = z.object({
  field: z.enum(['statement', 'data_sourcing']),
  start: z.number(),
  end: z.number(),
  quote: z.string(),
  rule: z.string(),
  part: z.string().optional(),
  part_start: z.number().optional(),
  part_end: z.number().optional(),
});
export type EvidenceReply = z.infer<typeof evidenceReply>;

export const criterionReply = z.object({
  id: z.string(),
  area: z.string(),
  weight: z.number(),
  points: z.number(),
  core: z.boolean(),
  key: z.boolean(),
  verdict: z.enum(verdicts),
  evidence: z.array(evidenceReply),
  looked_for: z.string(),
});
export type CriterionReply = z.infer<typeof criterionReply>;

export const flagReply = z.object({
  id: z.string(),
  severity: z.enum(['blocking', 'major', 'minor']),
  evidence: z.array(evidenceReply),
  /** People judged that it does not hold; it counts for nothing and stays readable. */
  lifted: z.boolean().optional(),
});

/** What a person judges otherwise than the machine. */
export const overrideReply = z.object({
  id: z.uuid(),
  finding: z.string(),
  machine: z.string(),
  judged: z.string(),
  points: z.number().nullable(),
  reason: z.string(),
  state: z.enum(['awaiting_co_signature', 'standing', 'withdrawn', 'refused']),
  by: z.object({ id: z.string(), name: z.string() }),
  at: z.date(),
  co_signed_by: z.object({ id: z.string(), name: z.string() }).nullable(),
});
export type OverrideReply = z.infer<typeof overrideReply>;

/** What reading a statement found, as the desk shows it. `score` is exact, `score_floor` what people see. */
export const readingReply = z.object({
  state: z.enum(['waiting', 'read', 'not_read']),
  read_by: z.enum(['machine', 'people', 'nobody']).nullable(),
  /** Who filled the sheet by hand that waits for a second person. */
  sheet_by: z.string().nullable(),
  score_id: z.string().nullable(),
  policy_version_id: z.string().nullable(),
  score: z.number().nullable(),
  score_floor: z.number().nullable(),
  band: z.enum(bands).nullable(),
  completeness: z.number().nullable(),
  coherence: z.number().nullable(),
  coherent: z.boolean().nullable(),
  language: z.string().nullable(),
  rubric_version: z.string().nullable(),
  criteria: z.array(criterionReply),
  red_flags: z.array(flagReply),
  caps: z.array(z.object({ reason: z.string(), from: z.number(), to: z.number() })),
  /** The machine's own result, where overrides that stand changed it. */
  machine: z
    .object({ score: z.number(), score_floor: z.number(), band: z.enum(bands), coherent: z.boolean() })
    .nullable(),
  overrides: z.array(overrideReply),
  confirmations: z.array(
    z.object({
      finding: z.string(),
      confirmed: z.boolean(),
      person: z.object({ id: z.string(), name: z.string() }),
      at: z.date(),
    }),
  ),
});
export type ReadingReply = z.infer<typeof readingReply>;

/** What is told to the applicant while typing: a criterion and whether it is missing or partial, never a score. */
export const hintReply = z.object({ criterion: z.string(), hint: z.enum(['missing', 'partial']) });
export type HintReply = z.infer<typeof hintReply>;
