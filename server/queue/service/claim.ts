import { record } from '../../audit/record.ts';
import { step } from '../../kernel/machine.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Uow } from '../../platform/uow.ts';
import { workItemLifecycle } from '../lifecycle.ts';
import { holdingInvolves } from '../rules/eligibility.ts';
import { addInvolvement } from '../store/involvement.ts';
import { lockWorkItem, moveWorkItem, type WorkItemRecord } from '../store/work-items.ts';
import { deadlinesInForce } from './deadlines.ts';
import { leaseFrom, lockAt, personOf, refuseUnlessEligible } from './holder.ts';

/** Gives the item to a person with a fresh lease and records it. Whoever held it once takes no second look at it. */
export async function giveTo(
  uow: Uow,
  item: WorkItemRecord,
  personId: string,
  event: { command: 'claim' | 'take_over' | 'assign' | 'resume'; type: string; reason?: string },
): Promise<WorkItemRecord> {
  const { book } = await deadlinesInForce(uow);
  const now = await uow.now();
  const to = step(workItemLifecycle, item.state, event.command);
  const row = await moveWorkItem(
    uow,
    item,
    to,
    {
      holder_id: personId,
      claimed_at: now,
      lease_until: leaseFrom(now, book.lease.minutes),
      preferred_id: null,
      preferred_until: null,
      nobody_eligible: false,
    },
    true,
  );
  if (holdingInvolves(item.kind)) await addInvolvement(uow, item.subject_id, personId, 'held');
  await record(uow, {
    type: event.type,
    subject: { kind: 'work_item', id: item.id, version: row.version },
    data: { subject_id: item.subject_id, from: item.holder_id, to: personId },
    ...(event.reason ? { texts: { reason: event.reason } } : {}),
  });
  return row;
}

/**
 * Claims this item. Of two at once exactly one wins; the other is told `already_claimed` and by whom. Throws
 * `own_involvement`, `stale_version`, `wrong_state`.
 */
export async function claim(uow: Uow, id: string, version: number): Promise<void> {
  const person = personOf(uow);
  const item = await lockWorkItem(uow, id);
  if (!item) throw new Problem('not_found');
  const now = await uow.now();
  const live = item.state === 'claimed' && (item.lease_until?.getTime() ?? 0) > now.getTime();
  if (item.state === 'held' || live)
    throw new Problem('already_claimed', { item_id: id, holder_id: item.holder_id });
  if (item.version !== version) throw new Problem('stale_version', { version: item.version });
  await refuseUnlessEligible(uow, item, person);
  if (item.preferred_id && item.preferred_id !== person.id && (item.preferred_until ?? now) > now)
    throw new Problem('own_involvement', { why: 'kept_for_another' });
  await giveTo(uow, item, person.id, { command: 'claim', type: 'work_item.claimed' });
}

/** Takes the item from whoever holds it: a lead at any time, anybody who may take it once the lease is over. */
export async function takeOver(uow: Uow, id: string, version: number, reason: string): Promise<void> {
  const person = personOf(uow);
  const item = await lockAt(uow, id, version);
  step(workItemLifecycle, item.state, 'take_over');
  const now = await uow.now();
  const over = item.state === 'claimed' && (item.lease_until?.getTime() ?? 0) <= now.getTime();
  if (!over && !person.extra.includes('lead'))
    throw new Problem('already_claimed', { item_id: id, holder_id: item.holder_id });
  await refuseUnlessEligible(uow, item, person);
  await giveTo(uow, item, person.id, { command: 'take_over', type: 'work_item.taken_over', reason });
}
