import { z } from 'zod';
import { draftSchema } from '../../server/applications/schema/draft.ts';
import { formSchema, locales } from '../../server/applications/schema/form.ts';
import { channels } from '../../server/kernel/taxonomy.ts';

/** The demo accounts a story can name as the person who acts. */
export const demoPeople = [
  'reviewer',
  'second_reviewer',
  'lead',
  'compliance_officer',
  'second_officer',
  'account_manager',
  'auditor',
  'admin',
] as const;
export type DemoPerson = (typeof demoPeople)[number];

/** Where an application stands when its story has been told. */
export const endings = [
  'draft',
  'submitted',
  'waiting',
  'claimed',
  'held',
  'overdue',
  'changes_requested',
  'submitted_again',
  'awaiting_second',
  'scheduled',
  'approved',
  'rejected',
  'withdrawn',
  'lapsed',
] as const;
export type Ending = (typeof endings)[number];

const dayForm = /^-(\d{1,3})d ([01]\d|2[0-3]):([0-5]\d)$/;
const shortForm = /^-(\d{1,3})(h|m)$/;

/** "-12d 09:20" is a time of day so many days before today (UTC); "-20h" and "-14m" count back from this moment. */
export const momentSchema = z
  .string()
  .refine((value) => dayForm.test(value) || shortForm.test(value), {
    message: 'expected -12d 09:20, -20h or -14m',
  })
  .refine((value) => !value.startsWith('-0d'), {
    message: 'today may not have reached that hour; count back in hours or minutes',
  });

const step = z.strictObject({ at: momentSchema });
const byPerson = step.extend({ by: z.enum(demoPeople) });
const words = z.string().min(10).max(2_000);
const item = z.string().regex(/^[a-z_]+(\.[a-z0-9_-]+)?$/);

/**
 * One thing that happens to an application. What the desk does by itself (reading after a submission, reminders,
 * lapse, finality after the undo time) is not written down: the seeder lets the jobs run at their moment.
 */
export const stepSchema = z.discriminatedUnion('do', [
  step.extend({ do: z.literal('save') }),
  byPerson.extend({ do: z.literal('claim') }),
  byPerson.extend({ do: z.literal('hold'), reason: words, days: z.int().min(1).max(10) }),
  byPerson.extend({ do: z.literal('note'), text: words }),
  byPerson.extend({
    do: z.literal('request_changes'),
    items: z.array(z.strictObject({ item, words })).min(1),
  }),
  step.extend({ do: z.literal('answer'), with: draftSchema }),
  byPerson.extend({ do: z.literal('accept_item'), item }),
  byPerson.extend({
    do: z.literal('approve'),
    channels: z.partialRecord(z.enum(channels), z.enum(['accept', 'open'])).default({}),
  }),
  byPerson.extend({
    do: z.literal('reject'),
    reasons: z.array(z.string().regex(/^[a-z_]+$/)).min(1),
    letter: words,
  }),
  step.extend({ do: z.literal('withdraw'), reason: words }),
]);
export type PlanStep = z.infer<typeof stepSchema>;

const minutesOfDay = 24 * 60;

/** How many minutes ago a moment can be at the most and at the least, whatever the hour at which the demo starts. */
function reach(moment: string): { longest: number; shortest: number } {
  const day = dayForm.exec(moment);
  if (day) {
    const back = Number(day[1]) * minutesOfDay - Number(day[2]) * 60 - Number(day[3]);
    return { longest: back + minutesOfDay, shortest: back };
  }
  const short = shortForm.exec(moment);
  const minutes = Number(short?.[1] ?? 0) * (short?.[2] === 'h' ? 60 : 1);
  return { longest: minutes, shortest: minutes };
}

/** True when `later` cannot come before `earlier` on any day and at any hour. */
export function inOrder(earlier: string, later: string): boolean {
  if (dayForm.test(earlier) && dayForm.test(later)) return reach(earlier).shortest >= reach(later).shortest;
  return reach(earlier).shortest >= reach(later).longest;
}

/** The instant of a moment, in milliseconds of the epoch, seen from `now`. */
export function instantOf(moment: string, now: number): number {
  const day = dayForm.exec(moment);
  if (!day) return now - reach(moment).shortest * 60_000;
  const midnight = Math.floor(now / 86_400_000) * 86_400_000;
  return midnight - reach(moment).shortest * 60_000;
}

export const planSchema = z
  .strictObject({ arrive: momentSchema, ends: z.enum(endings), story: z.array(stepSchema) })
  .superRefine((plan, context) => {
    let before = plan.arrive;
    for (const [index, one] of plan.story.entries()) {
      if (!inOrder(before, one.at))
        context.addIssue({
          code: 'custom',
          path: ['story', index, 'at'],
          message: `${one.at} before ${before}`,
        });
      before = one.at;
    }
  });
export type Plan = z.infer<typeof planSchema>;

const common = {
  key: z.string().regex(/^[a-z0-9-]{3,40}$/),
  source: z.enum(['portal', 'api', 'import']),
  locale: z.enum(locales),
  plan: planSchema,
};

/** One firm of the demo: its form, or what it has typed so far, and what happens to it. */
export const demoApplicationSchema = z.union([
  z.strictObject({ ...common, form: formSchema }),
  z.strictObject({ ...common, draft: draftSchema }),
]);
export type DemoApplication = z.infer<typeof demoApplicationSchema>;
