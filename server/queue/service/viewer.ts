import type { Actor } from '../../kernel/actor.ts';
import { readClock } from '../../platform/uow.ts';
import type { Viewer } from '../rules/row.ts';
import { deadlinesInForce } from './deadlines.ts';

type Db = Parameters<typeof readClock>[0];

export type { Viewer } from '../rules/row.ts';

/** Who looks at the queue, and what both clocks show: the wall's and that of working time. */
export async function viewerOf(db: Db, actor: Actor): Promise<Viewer> {
  const [now, { book, calendar }] = await Promise.all([readClock(db), deadlinesInForce({ trx: db })]);
  return {
    id: actor.kind === 'person' ? actor.id : null,
    roles: actor.kind === 'person' ? actor.roles : [],
    now,
    clockNow: calendar.minuteAt(now),
    leaseMinutes: book.lease.minutes,
    leaseWarnMinutes: book.lease.warn_at_minutes,
  };
}
