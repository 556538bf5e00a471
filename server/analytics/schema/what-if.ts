import { z } from 'zod';

const band = z.enum(['pass', 'review', 'reject']);
const decision = z.enum(['approved', 'rejected']);

export const summaryReply = z.object({
  compared: z.int(),
  changed: z.int(),
  near: z.int(),
  moves: z.array(z.object({ from: band, to: band, count: z.int() })),
  confusion: z.array(z.object({ decision, band, before: z.int(), after: z.int() })),
});

export const whatIfReply = z.object({
  id: z.uuid(),
  policy_version_id: z.uuid(),
  /** The draft was edited since: what this says is about its earlier wording. */
  outdated: z.boolean(),
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  decided_from: z.date().nullable(),
  decided_to: z.date().nullable(),
  asked_by: z.string().nullable(),
  asked_at: z.date(),
  finished_at: z.date().nullable(),
  total: z.int(),
  done: z.int(),
  summary: summaryReply,
  version: z.int(),
});

export const changeReply = z.object({
  id: z.uuid(),
  case_number: z.string(),
  trading_name: z.string(),
  decision,
  band_before: band,
  band_after: band,
  score_before: z.int(),
  score_after: z.int(),
});

/** A quick look: how a sample of past decisions would come out, with the range the whole lies in by chance. */
export const estimateReply = z.object({
  sample: z.int(),
  of: z.int(),
  changed: z.object({ share: z.number(), low: z.number(), high: z.number() }),
  summary: summaryReply,
});

export const runParams = z.object({ id: z.uuid() });
const instant = z.iso.datetime({ offset: true });
export const startBody = z.strictObject({
  policy_id: z.uuid(),
  decided_from: instant.optional(),
  decided_to: instant.optional(),
});
export const estimateBody = z.strictObject({
  kind: z.literal('rubric'),
  document: z.record(z.string(), z.unknown()),
});
export const whatIfFilter = z.strictObject({ policy_version_id: z.uuid().optional() });
export type WhatIfFilter = z.infer<typeof whatIfFilter>;
export const changeFilter = z.strictObject({
  run_id: z.uuid(),
  band_after: band.optional(),
  decision: decision.optional(),
});
export type ChangeFilter = z.infer<typeof changeFilter>;
export const startedReply = z.object({ id: z.uuid(), total: z.int() });
export const cancelledReply = z.object({ version: z.int() });
