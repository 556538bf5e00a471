/** What urgency is judged by. `clock_start` is the working-time clock at the effective start, in minutes. */
export interface Timed {
  critical: boolean;
  clock_start: number;
  allowed_minutes: number;
  effective_start: Date;
}

/** Share of the allowed business time used: 0 fresh, 1 due, above 1 overdue. */
export const shareUsed = (item: Pick<Timed, 'clock_start' | 'allowed_minutes'>, clockNow: number): number =>
  Math.max(0, clockNow - item.clock_start) / item.allowed_minutes;

/** Next in the queue: critical first, then the larger share of allowed time used, then the older. Negative when `a` comes first. */
export function compareUrgency(a: Timed, b: Timed, clockNow: number): number {
  if (a.critical !== b.critical) return a.critical ? -1 : 1;
  const share = shareUsed(b, clockNow) - shareUsed(a, clockNow);
  if (share !== 0) return share;
  return a.effective_start.getTime() - b.effective_start.getTime();
}
