import type { WorkItems } from '../../platform/tables.gen.ts';
import type { Uow } from '../../platform/uow.ts';
import type { WorkItemState } from '../lifecycle.ts';
import type { WorkKind } from '../rules/eligibility.ts';

/** A row of work_items as commands see it. */
export type WorkItemRecord = WorkItems;

// By name, not by star: a text whose columns are fixed can be prepared.
const columns = [
  'id',
  'kind',
  'channel',
  'language',
  'subject_kind',
  'subject_id',
  'party_key',
  'state',
  'critical',
  'allowed_minutes',
  'effective_start',
  'clock_start',
  'due_at',
  'holder_id',
  'claimed_at',
  'lease_until',
  'held_reason',
  'held_until',
  'preferred_id',
  'preferred_until',
  'used_minutes',
  'nobody_eligible',
  'opened_at',
  'closed_at',
  'version',
] as const satisfies readonly (keyof WorkItemRecord)[];

export type NewWorkItem = Pick<
  WorkItemRecord,
  | 'id'
  | 'kind'
  | 'channel'
  | 'language'
  | 'subject_kind'
  | 'subject_id'
  | 'party_key'
  | 'critical'
  | 'allowed_minutes'
  | 'effective_start'
  | 'clock_start'
  | 'due_at'
  | 'preferred_id'
  | 'preferred_until'
  | 'opened_at'
>;

export async function insertWorkItem(uow: Uow, item: NewWorkItem): Promise<void> {
  await uow.trx('work_items').insert({ ...item, state: 'waiting' });
}

/** The item, locked until the end of the transaction. */
export async function lockWorkItem(uow: Uow, id: string): Promise<WorkItemRecord | undefined> {
  return uow
    .trx<WorkItemRecord>('work_items')
    .where({ id })
    .forUpdate()
    .first(...columns);
}

/** The open items about a subject, locked, oldest first: at most one of each kind. */
export async function lockOpenItems(uow: Uow, subjectId: string, kind?: WorkKind): Promise<WorkItemRecord[]> {
  return uow
    .trx<WorkItemRecord>('work_items')
    .where({ subject_id: subjectId, ...(kind ? { kind } : {}) })
    .whereNotIn('state', ['done', 'cancelled'])
    .orderBy('id')
    .forUpdate()
    .select(...columns);
}

const holderless = {
  holder_id: null,
  claimed_at: null,
  lease_until: null,
  held_reason: null,
  held_until: null,
} as const;

/** What a state leaves behind of holder, lease and hold, so that the constraints of the table hold. */
const leftBehind: Readonly<Record<WorkItemState, Partial<WorkItemRecord>>> = {
  waiting: { ...holderless, used_minutes: null, closed_at: null },
  claimed: { held_reason: null, held_until: null, used_minutes: null, closed_at: null },
  held: { lease_until: null, used_minutes: null, closed_at: null },
  snoozed: { ...holderless, closed_at: null },
  done: { ...holderless, used_minutes: null },
  cancelled: { ...holderless, used_minutes: null },
};

/**
 * Moves an item to a state. `byPerson` moves its version; jobs leave it, so that they never cause a stale version.
 * Returns the row as it is now.
 */
export async function moveWorkItem(
  uow: Uow,
  item: WorkItemRecord,
  to: WorkItemState,
  change: Partial<WorkItemRecord>,
  byPerson: boolean,
): Promise<WorkItemRecord> {
  const [row] = await uow
    .trx<WorkItemRecord>('work_items')
    .where({ id: item.id, version: item.version })
    .update({ ...leftBehind[to], ...change, state: to, version: item.version + (byPerson ? 1 : 0) })
    .returning([...columns]);
  if (!row) throw new Error(`work item ${item.id} changed while it was locked`);
  return row;
}

/** Changes fields that are no state: lease, preference, mark of nobody eligible. */
export async function touchWorkItem(uow: Uow, id: string, change: Partial<WorkItemRecord>): Promise<void> {
  await uow.trx<WorkItemRecord>('work_items').where({ id }).update(change);
}
