import { z } from 'zod';
import { reason, workItemReply } from './work-items.ts';

/** At most this many rows in one command: a page of the queue, in one transaction of well under a second. */
export const bulkMax = 100;

export const assignBody = z.strictObject({ person_id: z.uuid(), reason: reason.optional() });

const picked = z.strictObject({ id: z.uuid(), version: z.int().min(1) });
const items = z
  .array(picked)
  .min(1)
  .max(bulkMax)
  .refine((rows) => new Set(rows.map(({ id }) => id)).size === rows.length, { params: { code: 'twice' } });

/** One shared reason for all rows, each with the version it was picked at. */
export const bulkAssignBody = z.strictObject({ person_id: z.uuid(), reason, items });
export const bulkTakeBackBody = z.strictObject({ reason, items });
export type Picked = z.infer<typeof picked>;

/** What became of one row: `code` and `params` are a problem's, null where it was done; `item` is the row now. */
export const rowResult = z.object({
  id: z.string(),
  ok: z.boolean(),
  code: z.string().nullable(),
  params: z.record(z.string(), z.unknown()),
  item: workItemReply.nullable(),
});
export type RowResult = z.input<typeof rowResult>;

export const bulkReply = z.object({ done: z.number(), refused: z.number(), results: z.array(rowResult) });

/** Up to `bulkMax` item ids in one text, separated by commas. */
export const candidatesQuery = z.strictObject({
  ids: z
    .string()
    .max(bulkMax * 37)
    .transform((text) => text.split(','))
    .pipe(z.array(z.uuid()).min(1).max(bulkMax)),
});

export const candidateReply = z.object({
  id: z.string(),
  name: z.string(),
  roles: z.array(z.string()),
  /** Items this person holds now. */
  holding: z.number(),
  /** The asked items they may not take, and why. */
  barred: z.array(z.object({ item_id: z.string(), why: z.string() })),
});
export type CandidateReply = z.input<typeof candidateReply>;
