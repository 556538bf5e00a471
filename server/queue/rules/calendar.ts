import type { Deadlines } from '../schema/deadlines.ts';

const minute = 60_000;
const day = 86_400_000;
/** The working-time clock starts at zero here; every deadline of the desk is later. */
const originYear = 2020;

interface WorkingDay {
  opens: number;
  closes: number;
  /** Worked milliseconds on the clock when this day opens. */
  before: number;
}

/** A working-time clock: it runs in business hours and stands still otherwise. Readings are in minutes. */
export interface Calendar {
  /** What the clock shows at an instant. */
  minuteAt(instant: Date): number;
  /** The earliest instant at which the clock shows this reading. */
  instantOf(minutes: number): Date;
  between(from: Date, to: Date): number;
  plus(from: Date, minutes: number): Date;
  /** So many business days, each as long as the rule book says. */
  days(count: number): number;
}

function offsetReader(timeZone: string): (utc: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (utc) => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(utc)) part[type] = Number(value);
    const { year = 0, month = 1, day: date = 1, hour = 0, minute: min = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, date, hour, min, second) - Math.floor(utc / 1000) * 1000;
  };
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/**
 * The calendar of a deadlines book. Days are laid out year by year as they are asked for; local opening hours become
 * UTC instants with that day's own offset, so a working day is as long before and after a clock change (trust 12).
 */
export function compileCalendar(settings: Deadlines['calendar']): Calendar {
  const offsetAt = offsetReader(settings.time_zone);
  const holidays = new Set(settings.holidays);
  const laid: WorkingDay[] = [];
  let nextYear = originYear;

  // The offset at the wall time itself: asked twice, because the first guess may lie on the other side of a change.
  const toUtc = (wall: number): number => {
    const guess = wall - offsetAt(wall);
    return wall - offsetAt(guess);
  };

  function layYear(): void {
    const end = Date.UTC(nextYear + 1, 0, 1);
    for (let date = Date.UTC(nextYear, 0, 1); date < end; date += day) {
      const local = new Date(date);
      const hours = settings.week[(local.getUTCDay() + 6) % 7];
      if (!hours || holidays.has(local.toISOString().slice(0, 10))) continue;
      const last = laid.at(-1);
      const before = last ? last.before + last.closes - last.opens : 0;
      const opens = toUtc(date + minutesOf(hours.from) * minute);
      const closes = toUtc(date + minutesOf(hours.to) * minute);
      if (closes > opens) laid.push({ opens, closes, before });
    }
    nextYear += 1;
  }

  /** The last working day for which `reached` holds; -1 where none does. */
  function lastDay(reached: (one: WorkingDay) => boolean): number {
    let low = 0;
    let high = laid.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (reached(laid[middle] as WorkingDay)) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  function workedAt(instant: number): number {
    // One year more than asked, because a zone east or west of UTC shifts the turn of the year.
    while (Date.UTC(nextYear, 0, 1) < instant + 2 * day) layYear();
    const found = laid[lastDay((one) => one.opens <= instant)];
    return found ? found.before + Math.min(instant, found.closes) - found.opens : 0;
  }

  function instantAt(worked: number): number {
    if (laid.length === 0) layYear();
    for (let guard = 0; guard < 200; guard += 1) {
      const last = laid.at(-1);
      if (last && last.before + last.closes - last.opens >= worked) break;
      layYear();
    }
    const found =
      laid[
        Math.max(
          0,
          lastDay((one) => one.before < worked),
        )
      ];
    if (!found) throw new Error('the calendar has no working day');
    return found.opens + Math.max(0, worked - found.before);
  }

  const minuteAt = (instant: Date) => workedAt(instant.getTime()) / minute;
  const instantOf = (minutes: number) => new Date(instantAt(Math.round(minutes * minute)));
  return {
    minuteAt,
    instantOf,
    between: (from, to) => minuteAt(to) - minuteAt(from),
    plus: (from, minutes) => (minutes <= 0 ? from : instantOf(minuteAt(from) + minutes)),
    days: (count) => count * settings.day_minutes,
  };
}
