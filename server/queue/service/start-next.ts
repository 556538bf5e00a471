import { record } from '../../audit/record.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Uow } from '../../platform/uow.ts';
import { presentItem } from '../rules/row.ts';
import type { Stream, WorkItemReply } from '../schema/work-items.ts';
import { claimNext, waitingCounts } from '../store/claim-next.ts';
import { deadlinesInForce } from './deadlines.ts';
import { personOf } from './holder.ts';

// How far the installation's clock is from this process's: it differs only where a test or the demo moved it.
let drift = 0;

/**
 * Claims the most urgent item this person may take, in their stream. Throws `nothing_waiting`, or `nobody_eligible`
 * when something waits that nobody on the desk may take. Returns the item as this person sees it.
 */
export async function startNext(uow: Uow, stream: Stream = {}): Promise<WorkItemReply> {
  const { id: personId, roles } = personOf(uow);
  const { book, calendar } = await deadlinesInForce(uow);
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const believedNow = new Date(Date.now() + drift);
    const clockNow = calendar.minuteAt(believedNow);
    const leaseMinutes = book.lease.minutes;
    const claimed = await claimNext(uow, { personId, stream, leaseMinutes, believedNow, clockNow });
    const off = claimed.now.getTime() - believedNow.getTime();
    if (claimed.item) {
      await record(uow, {
        type: 'work_item.claimed',
        subject: { kind: 'work_item', id: claimed.item.id, version: claimed.item.version },
        data: { subject_id: claimed.item.subject_id, from: claimed.was_held_by },
      });
      return presentItem(claimed.item, {
        id: personId,
        roles,
        now: claimed.now,
        clockNow: calendar.minuteAt(claimed.now),
        leaseMinutes,
        leaseWarnMinutes: book.lease.warn_at_minutes,
      });
    }
    if (Math.abs(off) < 60_000) break;
    drift += off;
  }
  const { waiting, nobody } = await waitingCounts(uow);
  throw new Problem(nobody > 0 && nobody === waiting ? 'nobody_eligible' : 'nothing_waiting', { waiting });
}
