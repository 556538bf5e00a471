import { z } from 'zod';
import { channels } from '../../kernel/taxonomy.ts';
import { said } from '../../kernel/text.ts';
import { workItemStates } from '../lifecycle.ts';

const person = z.object({ id: z.string(), name: z.string() });

/** A work item as the queue and the desk show it. */
export const workItemReply = z.object({
  id: z.string(),
  kind: z.enum(['application', 'second_decision']),
  channel: z.string(),
  language: z.string(),
  state: z.enum(workItemStates),
  critical: z.boolean(),
  subject: z.object({
    kind: z.string(),
    id: z.string(),
    number: z.number().nullable(),
    case_number: z.string().nullable(),
    label: z.string(),
    state: z.string().nullable(),
    band: z.string().nullable(),
    score_floor: z.number().nullable(),
    round: z.number(),
  }),
  due_at: z.date(),
  effective_start: z.date(),
  allowed_minutes: z.number(),
  /** Share of the allowed business time used; above 1 it is overdue. */
  share_used: z.number(),
  overdue: z.boolean(),
  holder: person.nullable(),
  claimed_at: z.date().nullable(),
  lease_until: z.date().nullable(),
  /** Minutes since the last activity after which the holder is warned. */
  lease_warn_at: z.date().nullable(),
  held_reason: z.string().nullable(),
  held_until: z.date().nullable(),
  preferred: person.nullable(),
  preferred_until: z.date().nullable(),
  opened_at: z.date(),
  closed_at: z.date().nullable(),
  version: z.number(),
  eligible: z.boolean(),
  why_not: z.string().nullable(),
});
export type WorkItemReply = z.input<typeof workItemReply>;

export const commandReply = z.object({
  command: z.string(),
  allowed: z.boolean(),
  blocked_by: z.array(z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) })),
});
export type CommandReply = z.input<typeof commandReply>;

export const workItemWithCommands = workItemReply.extend({ commands: z.array(commandReply) });

const kind = z.enum(['application', 'second_decision']);
const channel = z.enum(channels);
const language = z.string().regex(/^[a-z]{2,3}$/);

export const workItemFilter = z.strictObject({
  state: z.enum(['waiting', 'claimed', 'held', 'snoozed', 'done', 'cancelled', 'open']).optional(),
  kind: kind.optional(),
  channel: channel.optional(),
  language: language.optional(),
  mine: z.literal(true).optional(),
  overdue: z.literal(true).optional(),
  critical: z.literal(true).optional(),
  subject_id: z.uuid().optional(),
  q: z.string().min(1).max(100).optional(),
});
export type WorkItemFilter = z.infer<typeof workItemFilter>;

export const workItemSort = ['due_at', 'effective_start', 'channel', 'state', 'opened_at'] as const;

export const itemParams = z.strictObject({ id: z.uuid() });
export const streamSchema = z.strictObject({
  kind: kind.optional(),
  channel: channel.optional(),
  language: language.optional(),
});
export type Stream = z.infer<typeof streamSchema>;
export const startNextBody = z.strictObject({ stream: streamSchema.optional() });
export const startNextReply = z.object({ item: workItemReply });

export const reason = said(1000);
export const reasonBody = z.strictObject({ reason });
export const holdBody = z.strictObject({ reason, until: z.iso.datetime({ offset: true }).optional() });

export const summaryReply = z.object({
  waiting: z.number(),
  claimed: z.number(),
  held: z.number(),
  overdue: z.number(),
  mine: z.number(),
  by_channel: z.array(
    z.object({ channel: z.string(), waiting: z.number(), claimed: z.number(), held: z.number() }),
  ),
});
