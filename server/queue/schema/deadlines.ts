import { z } from 'zod';

const clock = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/);
const span = z.strictObject({ from: clock, to: clock });
const days = z.int().min(1).max(365);

/** The deadlines rule book: the working calendar and every allowed time that is counted by it. */
export const deadlinesSchema = z.strictObject({
  version: z.string().regex(/^\d+\.\d+$/),
  calendar: z.strictObject({
    time_zone: z.string().min(1),
    /** Monday first; null is a day nobody works. */
    week: z.array(span.nullable()).length(7),
    holidays: z.array(z.iso.date()),
    /** What "one business day" is in minutes where an allowed time names days. */
    day_minutes: z.int().min(60).max(1440),
  }),
  allowed_business_days: z.strictObject({ application: days, second_decision: days }),
  lease: z.strictObject({ minutes: z.int().min(1), warn_at_minutes: z.int().min(1) }),
  hold_max_business_days: days,
  undo_minutes: z.int().min(0).max(1440),
  changes: z.strictObject({
    due_days: days,
    reminder_days: z.array(days).max(5),
    max_rounds: z.int().min(1).max(2),
  }),
  preferred_business_hours: z.int().min(0).max(80),
  appeal_days: days,
});
export type Deadlines = z.infer<typeof deadlinesSchema>;
