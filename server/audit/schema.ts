import { z } from 'zod';

export const eventReply = z.object({
  id: z.uuid(),
  recorded_at: z.date(),
  position: z.number().nullable(),
  type: z.string(),
  subject_kind: z.string(),
  subject_id: z.string(),
  subject_version: z.number().nullable(),
  actor: z.object({ kind: z.string(), id: z.string().nullable(), name: z.string().nullable() }),
  request_id: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
  texts: z.record(z.string(), z.string().nullable()),
  digests: z.record(z.string(), z.string()),
});

export const eventFilter = z.strictObject({
  subject_id: z.uuid().optional(),
  subject_kind: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .optional(),
  type: z
    .string()
    .regex(/^[a-z_]+\.[a-z_]+$/)
    .optional(),
  actor_id: z.uuid().optional(),
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
});
export type EventFilter = z.infer<typeof eventFilter>;

export const verificationReply = z.object({
  ok: z.boolean(),
  size: z.number(),
  root: z.string(),
  checkpoints: z.number(),
  last_checkpoint: z
    .object({
      size: z.number(),
      root: z.string(),
      key_id: z.string(),
      signature: z.string(),
      signed_at: z.string(),
    })
    .nullable(),
  unsealed: z.number(),
  problems: z.array(z.string()),
});

export const failedJobReply = z.object({
  id: z.uuid(),
  /** `room.verb_noun` */
  name: z.string(),
  data: z.record(z.string(), z.unknown()),
  failed_at: z.date(),
  attempts: z.number(),
  /** The first line of what the last attempt failed with. */
  error: z.string(),
});

export const failedJobsCount = z.object({ failed: z.number() });
