import { record } from '../../audit/record.ts';
import { step } from '../../kernel/machine.ts';
import type { Uow } from '../../platform/uow.ts';
import { workItemLifecycle } from '../lifecycle.ts';
import { nobodyItems, overdueHolds, overdueLeases } from '../store/sweep.ts';
import { moveWorkItem, type WorkItemRecord } from '../store/work-items.ts';
import { deadlinesInForce } from './deadlines.ts';
import { sayWhenNobody } from './nobody-eligible.ts';

async function giveBack(
  uow: Uow,
  item: WorkItemRecord,
  command: 'expire_lease' | 'expire_hold',
  preferredUntil?: Date,
): Promise<void> {
  const keep = preferredUntil ? { preferred_id: item.holder_id, preferred_until: preferredUntil } : {};
  await moveWorkItem(uow, item, step(workItemLifecycle, item.state, command), keep, false);
  await record(uow, {
    type: command === 'expire_lease' ? 'work_item.lease_expired' : 'work_item.hold_expired',
    subject: { kind: 'work_item', id: item.id },
    data: { subject_id: item.subject_id, holder_id: item.holder_id },
  });
}

/**
 * Every minute: claims without activity go back to the queue, holds whose date has come too (kept for their holder for
 * the first business hours), and items nobody could take are looked at again. Drafts stay. Returns how many moved.
 */
export async function sweepQueue(uow: Uow): Promise<number> {
  const leases = await overdueLeases(uow);
  for (const item of leases) await giveBack(uow, item, 'expire_lease');
  const holds = await overdueHolds(uow);
  if (holds.length > 0) {
    const { book, calendar } = await deadlinesInForce(uow);
    const until = calendar.plus(await uow.now(), book.preferred_business_hours * 60);
    for (const item of holds) await giveBack(uow, item, 'expire_hold', until);
  }
  for (const item of await nobodyItems(uow)) await sayWhenNobody(uow, item);
  return leases.length + holds.length;
}
