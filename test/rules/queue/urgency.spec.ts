import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whyNot, workKinds } from '../../../server/queue/rules/eligibility.ts';
import { compareUrgency, shareUsed, type Timed } from '../../../server/queue/rules/urgency.ts';

const item = (change: Partial<Timed> = {}): Timed => ({
  critical: false,
  clock_start: 1000,
  allowed_minutes: 1440,
  effective_start: new Date('2026-11-16T09:00:00Z'),
  ...change,
});
const free = { parts: [], conflict: false, preferredOther: false } as const;

describe('which item is next', () => {
  it('puts critical first, however much time the other used', () => {
    const late = item({ clock_start: 0 });
    expect(compareUrgency(item({ critical: true }), late, 9_000)).toBeLessThan(0);
  });

  it('then the larger share of its allowed time, not the older', () => {
    const older = item({ clock_start: 900 });
    const tighter = item({ clock_start: 1000, allowed_minutes: 480 });
    expect(compareUrgency(tighter, older, 1300)).toBeLessThan(0);
  });

  it('then the older', () => {
    const older = item({ effective_start: new Date('2026-11-15T09:00:00Z') });
    expect(compareUrgency(older, item(), 1500)).toBeLessThan(0);
  });

  it('is 1 exactly when the allowed time is used, and never negative', () => {
    expect(shareUsed(item(), 1000 + 1440)).toBe(1);
    expect(shareUsed(item(), 0)).toBe(0);
  });

  it('is an order: antisymmetric and transitive', () => {
    const any = fc.record({
      critical: fc.boolean(),
      clock_start: fc.integer({ min: 0, max: 5_000 }),
      allowed_minutes: fc.constantFrom(480, 1440, 2400),
      effective_start: fc.date({ min: new Date(0), max: new Date('2030-01-01'), noInvalidDate: true }),
    });
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        const sign = (x: Timed, y: Timed) => Math.sign(compareUrgency(x, y, 4_000));
        expect(sign(a, b) + sign(b, a)).toBe(0);
        if (sign(a, b) <= 0 && sign(b, c) <= 0) expect(sign(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('who may take an item', () => {
  it('only deciding roles', () => {
    expect(whyNot('application', ['auditor'], free)).toBe('role');
    expect(whyNot('application', ['admin'], free)).toBe('role');
    expect(whyNot('application', ['account_manager'], free)).toBe('role');
    expect(whyNot('application', ['reviewer'], free)).toBeNull();
    expect(whyNot('second_decision', ['compliance_officer'], free)).toBeNull();
  });

  it('a conflict of interest excludes always', () => {
    for (const kind of workKinds)
      expect(whyNot(kind, ['reviewer'], { ...free, conflict: true })).toBe('conflict_of_interest');
  });

  it('earlier work on it excludes from a second look, and a second look from deciding first', () => {
    for (const part of ['held', 'requested_changes', 'decided', 'seconded'] as const)
      expect(whyNot('second_decision', ['reviewer'], { ...free, parts: [part] })).toBe('own_involvement');
    expect(whyNot('application', ['reviewer'], { ...free, parts: ['seconded'] })).toBe('own_involvement');
    for (const part of ['held', 'requested_changes', 'decided'] as const)
      expect(whyNot('application', ['reviewer'], { ...free, parts: [part] })).toBeNull();
  });

  it('a resubmission is kept for its reviewer first', () => {
    expect(whyNot('application', ['reviewer'], { ...free, preferredOther: true })).toBe('kept_for_another');
  });
});
