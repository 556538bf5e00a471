import { z } from 'zod';
import { rescoreStates } from '../lifecycle.ts';

export const rescoreModes = ['rescore_now', 'on_touch'] as const;
/** Why an application keeps the reading it has. */
export const skipReasons = ['decision_waits', 'judged', 'confirmed', 'read_by_people'] as const;
export type SkipReason = (typeof skipReasons)[number];

/** What became of open work after a rubric was published. */
export const rescoreReply = z.object({
  id: z.uuid(),
  policy_version_id: z.uuid(),
  mode: z.enum(rescoreModes),
  state: z.enum(rescoreStates),
  /** Open when the book came into force. */
  total: z.int(),
  /** Looked at so far. */
  done: z.int(),
  /** Read again by the new book. */
  reread: z.int(),
  /** Of these, now in another band. */
  moved: z.int(),
  skipped: z.int(),
  started_at: z.date(),
  finished_at: z.date().nullable(),
});
export const rescoreFilter = z.strictObject({ policy_version_id: z.uuid().optional() });
export type RescoreFilter = z.infer<typeof rescoreFilter>;

/** An application whose reading was left as it was, and why. */
export const skipReply = z.object({
  id: z.uuid(),
  case_number: z.string(),
  trading_name: z.string(),
  reason: z.enum(skipReasons),
  skipped_at: z.date(),
});
export const skipFilter = z.strictObject({
  run_id: z.uuid().optional(),
  reason: z.enum(skipReasons).optional(),
});
export type SkipFilter = z.infer<typeof skipFilter>;
