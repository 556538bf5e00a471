import type { Uow } from '../../platform/uow.ts';
import type { WorkItemRecord } from './work-items.ts';

const atOnce = 500;

const lockDue = (uow: Uow, where: string, order: string): Promise<WorkItemRecord[]> =>
  uow
    .trx<WorkItemRecord>('work_items')
    .whereRaw(where)
    .orderBy(order)
    .limit(atOnce)
    .forUpdate()
    .skipLocked() as unknown as Promise<WorkItemRecord[]>;

/** Claimed items whose lease is over, locked; what somebody is just changing is left for the next sweep. */
export const overdueLeases = (uow: Uow): Promise<WorkItemRecord[]> =>
  lockDue(uow, "state = 'claimed' and lease_until <= assay_now()", 'lease_until');

/** Held items whose date has come, locked. */
export const overdueHolds = (uow: Uow): Promise<WorkItemRecord[]> =>
  lockDue(uow, "state = 'held' and held_until <= assay_now()", 'held_until');

/** Waiting items that nobody could take when last looked at. */
export const nobodyItems = (uow: Uow): Promise<WorkItemRecord[]> =>
  lockDue(uow, "nobody_eligible and state = 'waiting'", 'id');
