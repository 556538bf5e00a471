import { z } from 'zod';
import { draftKinds } from './review.ts';

const person = z.object({ id: z.string(), name: z.string() });
const application = z.object({ id: z.string(), case_number: z.string(), trading_name: z.string() });

/** What a colleague did with something of this person's. */
export const colleagueSteps = [
  'agreed',
  'declined',
  'undone',
  'approved',
  'rejected',
  'item_accepted',
] as const;

/** What changed for this person since they left, and their own week. Nobody is compared with anybody. */
export const homeReply = z.object({
  since: z.date(),
  /** False for somebody without an earlier session: then it is the last seven days. */
  left: z.boolean(),
  answers: z.array(z.object({ application, at: z.date(), items: z.number() })),
  colleagues: z.array(
    z.object({
      application,
      step: z.enum(colleagueSteps),
      by: person,
      at: z.date(),
      /** Reason codes of a refusal, or the item that was accepted. */
      codes: z.array(z.string()),
      /** In the colleague's own words, where the step asked for them. */
      reason: z.string().nullable(),
    }),
  ),
  /** Their own items and second looks they may give, by due time. */
  decide: z.array(
    z.object({
      application,
      kind: z.enum(['application', 'second_decision']),
      due_at: z.date(),
      held: z.boolean(),
    }),
  ),
  waiting: z.array(
    z.object({ application, for: z.enum(['applicant', 'second']), until: z.date().nullable() }),
  ),
  /** The newest half-written letter. */
  draft: z.object({ application, kind: z.enum(draftKinds), updated_at: z.date() }).nullable(),
  week: z.object({
    from: z.date(),
    decided: z.number(),
    undone: z.number(),
    overturned: z.number(),
    waiting: z.number(),
  }),
});
export type HomeReply = z.input<typeof homeReply>;
