import type { FieldError } from '../../kernel/problem.ts';
import type { Deadlines } from '../schema/deadlines.ts';

/** What contradicts itself in a book of deadlines, each at its place. */
export function deadlineFaults(book: Deadlines): FieldError[] {
  const faults: FieldError[] = [];
  const add = (pointer: string, code: string) => faults.push({ pointer, code });
  if (book.calendar.week.every((day) => day === null)) add('/calendar/week', 'no_working_day');
  for (const [index, day] of book.calendar.week.entries())
    if (day && day.from >= day.to) add(`/calendar/week/${index}/to`, 'ends_before_it_starts');
  try {
    new Intl.DateTimeFormat('en', { timeZone: book.calendar.time_zone });
  } catch {
    add('/calendar/time_zone', 'unknown_time_zone');
  }
  if (book.lease.warn_at_minutes >= book.lease.minutes) add('/lease/warn_at_minutes', 'not_before_the_end');
  for (const [index, day] of book.changes.reminder_days.entries())
    if (day >= book.changes.due_days) add(`/changes/reminder_days/${index}`, 'not_before_the_end');
  return faults;
}
