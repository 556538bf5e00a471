import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../../../server/queue/rules/calendar.ts';
import { type Deadlines, deadlinesSchema } from '../../../server/queue/schema/deadlines.ts';

const book = deadlinesSchema.parse(
  JSON.parse(readFileSync(new URL('../../../seeds/policies/deadlines-1.0.json', import.meta.url), 'utf8')),
);
const london = compileCalendar(book.calendar);
const at = (text: string) => new Date(text);
const zone = (time_zone: string, change: Partial<Deadlines['calendar']> = {}) =>
  compileCalendar({ ...book.calendar, time_zone, holidays: [], ...change });
const instants = fc.date({
  min: at('2024-01-01T00:00:00Z'),
  max: at('2031-12-31T00:00:00Z'),
  noInvalidDate: true,
});
const minutes = fc.integer({ min: 0, max: 20_000 });

describe('the deadlines book, version 1', () => {
  it('allows applications three business days, a lease of 30 minutes warned at 25, five days of hold, ten minutes to undo', () => {
    expect(book.allowed_business_days.application).toBe(3);
    expect(book.lease).toEqual({ minutes: 30, warn_at_minutes: 25 });
    expect(book.hold_max_business_days).toBe(5);
    expect(book.undo_minutes).toBe(10);
    expect(book.changes).toEqual({ due_days: 21, reminder_days: [5, 10], max_rounds: 2 });
    expect(book.preferred_business_hours).toBe(8);
    expect(book.appeal_days).toBe(30);
  });
});

describe('the working-time clock', () => {
  it('runs in business hours and stands still at night, on weekends and on holidays', () => {
    expect(london.between(at('2026-11-16T09:00:00Z'), at('2026-11-16T17:00:00Z'))).toBe(480);
    expect(london.between(at('2026-11-16T17:00:00Z'), at('2026-11-17T09:00:00Z'))).toBe(0);
    expect(london.between(at('2026-11-20T16:00:00Z'), at('2026-11-23T10:00:00Z'))).toBe(120);
    expect(london.between(at('2026-12-24T17:00:00Z'), at('2026-12-29T09:00:00Z'))).toBe(0);
  });

  it('makes three business days from a Friday afternoon end on Wednesday afternoon', () => {
    expect(london.plus(at('2026-11-20T15:00:00Z'), london.days(3))).toEqual(at('2026-11-25T15:00:00Z'));
    expect(london.plus(at('2026-11-21T12:00:00Z'), london.days(1))).toEqual(at('2026-11-23T17:00:00Z'));
  });

  it('trust 12: keeps local hours through both clock changes', () => {
    // British summer time begins on 29 March 2026 and ends on 25 October.
    expect(london.plus(at('2026-03-27T16:00:00Z'), 120)).toEqual(at('2026-03-30T09:00:00Z'));
    expect(london.plus(at('2026-10-23T15:00:00Z'), 120)).toEqual(at('2026-10-26T10:00:00Z'));
    const nights = zone('Europe/London', { week: Array(7).fill({ from: '00:00', to: '06:00' }) });
    expect(nights.between(at('2026-03-29T00:00:00Z'), at('2026-03-29T12:00:00Z'))).toBe(300);
    expect(nights.between(at('2026-10-24T23:00:00Z'), at('2026-10-25T12:00:00Z'))).toBe(420);
  });

  it('trust 12: counts the leap day like any other', () => {
    expect(london.between(at('2028-02-28T17:00:00Z'), at('2028-03-01T09:00:00Z'))).toBe(480);
    expect(london.plus(at('2028-02-28T12:00:00Z'), london.days(1))).toEqual(at('2028-02-29T12:00:00Z'));
  });

  it('never runs backwards, and adds up', () => {
    fc.assert(
      fc.property(instants, minutes, minutes, (from, first, second) => {
        const once = london.plus(from, first + second);
        const twice = london.plus(london.plus(from, first), second);
        expect(london.minuteAt(twice)).toBeCloseTo(london.minuteAt(once), 3);
        expect(once.getTime()).toBeGreaterThanOrEqual(from.getTime());
        expect(london.between(from, once)).toBeCloseTo(first + second, 3);
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same working time in every zone that is only shifted', () => {
    const utc = zone('UTC');
    const tokyo = zone('Asia/Tokyo');
    const nineHours = 9 * 3_600_000;
    fc.assert(
      fc.property(instants, minutes, (from, more) => {
        const shifted = new Date(from.getTime() - nineHours);
        expect(tokyo.plus(shifted, more).getTime()).toBe(
          more === 0 ? shifted.getTime() : utc.plus(from, more).getTime() - nineHours,
        );
      }),
      { numRuns: 200 },
    );
  });

  it('ends every deadline inside business hours', () => {
    const format = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      hour: '2-digit',
      minute: '2-digit',
      weekday: 'short',
    });
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 5_000 }), (from, more) => {
        const parts = Object.fromEntries(
          format.formatToParts(london.plus(from, more)).map(({ type, value }) => [type, value]),
        );
        const clock = `${parts.hour}:${parts.minute}`;
        expect(clock >= '09:00' && clock <= '17:00').toBe(true);
        expect(['Sat', 'Sun']).not.toContain(parts.weekday);
      }),
      { numRuns: 300 },
    );
  });
});
