import type { Uow } from '../../platform/uow.ts';
import { currentPolicy } from '../../policies/service/current-policy.ts';
import { type Calendar, compileCalendar } from '../rules/calendar.ts';
import type { Deadlines } from '../schema/deadlines.ts';

export interface DeadlinesInForce {
  id: string;
  version: string;
  book: Deadlines;
  calendar: Calendar;
}

// A calendar takes a moment to lay out and its book never changes.
const compiled = new Map<string, DeadlinesInForce>();
// Which book is in force is asked of each database at most every five seconds: claims would pay a round trip for it.
const inForce = new WeakMap<object, { at: number; found: DeadlinesInForce }>();
const freshMs = 5_000;

/** The deadlines book in force with its working-time clock. Takes a unit of work or, for reads, `{ trx: db }`. */
export async function deadlinesInForce(uow: { trx: unknown }): Promise<DeadlinesInForce> {
  const { trx } = uow as Pick<Uow, 'trx'>;
  const database = trx.client.config as object;
  const kept = inForce.get(database);
  if (kept && performance.now() - kept.at < freshMs) return kept.found;
  const policy = await currentPolicy<Deadlines>(uow as Uow, 'deadlines');
  let found = compiled.get(policy.id);
  if (!found) {
    const { id, version, document } = policy;
    found = { id, version, book: document, calendar: compileCalendar(document.calendar) };
    compiled.set(id, found);
  }
  inForce.set(database, { at: performance.now(), found });
  return found;
}
