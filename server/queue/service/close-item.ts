import { record } from '../../audit/record.ts';
import { step } from '../../kernel/machine.ts';
import type { Uow } from '../../platform/uow.ts';
import { workItemLifecycle } from '../lifecycle.ts';
import type { WorkKind } from '../rules/eligibility.ts';
import { lockOpenItems, lockWorkItem, moveWorkItem, type WorkItemRecord } from '../store/work-items.ts';
import { deadlinesInForce } from './deadlines.ts';

async function close(
  uow: Uow,
  item: WorkItemRecord,
  command: 'finish' | 'cancel',
  now: Date | undefined,
): Promise<void> {
  const to = step(workItemLifecycle, item.state, command);
  const byPerson = uow.actor.kind === 'person';
  const closedAt = now ?? (await uow.now());
  await Promise.all([
    moveWorkItem(uow, item, to, { closed_at: closedAt }, byPerson),
    record(uow, {
      type: 'work_item.closed',
      subject: { kind: 'work_item', id: item.id, version: item.version + (byPerson ? 1 : 0) },
      data: { subject_id: item.subject_id, state: to },
    }),
  ]);
}

/** Ends a held item because its work is done. The caller locked it and made sure who holds it, and may know the time since. */
export const finishItem = (uow: Uow, item: WorkItemRecord, now?: Date): Promise<void> =>
  close(uow, item, 'finish', now);

/** Ends every open item about a subject (or of one kind) because nothing is left to do: withdrawn, lapsed, undone. */
export async function closeItem(uow: Uow, subjectId: string, kind?: WorkKind): Promise<void> {
  for (const item of await lockOpenItems(uow, subjectId, kind)) await close(uow, item, 'cancel', undefined);
}

/** Opens a finished item again for its earlier holder, with its old deadline: what undo gives back. */
export async function restoreItem(uow: Uow, itemId: string, holderId: string): Promise<void> {
  const item = await lockWorkItem(uow, itemId);
  if (!item) return;
  const { book } = await deadlinesInForce(uow);
  const now = await uow.now();
  const to = step(workItemLifecycle, item.state, 'restore');
  const row = await moveWorkItem(
    uow,
    item,
    to,
    {
      holder_id: holderId,
      claimed_at: now,
      lease_until: new Date(now.getTime() + book.lease.minutes * 60_000),
    },
    true,
  );
  await record(uow, {
    type: 'work_item.restored',
    subject: { kind: 'work_item', id: itemId, version: row.version },
    data: { subject_id: item.subject_id, holder_id: holderId },
  });
}

/** Opens a finished item again for the queue, with its old deadline, kept for its earlier holder in the first business hours. */
export async function reopenItem(uow: Uow, itemId: string, preferredId: string): Promise<void> {
  const item = await lockWorkItem(uow, itemId);
  if (!item) return;
  const { book, calendar } = await deadlinesInForce(uow);
  const to = step(workItemLifecycle, item.state, 'reopen');
  const row = await moveWorkItem(
    uow,
    item,
    to,
    {
      preferred_id: preferredId,
      preferred_until: calendar.plus(await uow.now(), book.preferred_business_hours * 60),
    },
    true,
  );
  await record(uow, {
    type: 'work_item.reopened',
    subject: { kind: 'work_item', id: itemId, version: row.version },
    data: { subject_id: item.subject_id },
  });
}
