import type { Actor } from '../../kernel/actor.ts';
import { readClock } from '../../platform/uow.ts';
import type { Viewer } from '../rules/row.ts';
import { deadlinesInForce } from './deadlines.ts';

type Db = Parameters<typeof readClock>[0];

export type { Viewer } from '../rules/row.ts';

export const viewerId = (actor: Actor): Pick<Viewer, 'id'> => ({
  id: actor.kind === 'person' ? actor.id : null,
});

/** Who looks at the queue, and what both clocks show: the wall's and that of working time. */
export const viewerOf = async (db: Db, actor: Actor): Promise<Viewer> =>
  viewerAt(db, actor, await readClock(db));

/** The same where the time came along with what is looked at. */
export async function viewerAt(db: Db, actor: Actor, now: Date): Promise<Viewer> {
  const { book, calendar } = await deadlinesInForce({ trx: db });
  return {
    id: actor.kind === 'person' ? actor.id : null,
    roles: actor.kind === 'person' ? actor.roles : [],
    now,
    clockNow: calendar.minuteAt(now),
    leaseMinutes: book.lease.minutes,
    leaseWarnMinutes: book.lease.warn_at_minutes,
  };
}
