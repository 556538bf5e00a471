import { record } from '../../audit/record.ts';
import { step } from '../../kernel/machine.ts';
import type { Uow } from '../../platform/uow.ts';
import { workItemLifecycle } from '../lifecycle.ts';
import type { WorkKind } from '../rules/eligibility.ts';
import { lockOpenItems, moveWorkItem, type WorkItemRecord } from '../store/work-items.ts';
import { deadlinesInForce } from './deadlines.ts';

/** Stops the allowed time while the party outside is to answer. Without an open item nothing happens. */
export async function pauseItem(uow: Uow, subjectId: string, kind: WorkKind): Promise<void> {
  const [item] = await lockOpenItems(uow, subjectId, kind);
  if (!item || item.state === 'snoozed') return;
  const { calendar } = await deadlinesInForce(uow);
  const used = Math.max(0, calendar.minuteAt(await uow.now()) - item.clock_start);
  const to = step(workItemLifecycle, item.state, 'pause');
  const row = await moveWorkItem(uow, item, to, { used_minutes: used }, true);
  await record(uow, {
    type: 'work_item.paused',
    subject: { kind: 'work_item', id: item.id, version: row.version },
    data: { subject_id: subjectId },
  });
}

/** Lets the allowed time run on from where it stood, kept for `preferredId` in its first business hours. */
export async function wakeItem(uow: Uow, item: WorkItemRecord, preferredId?: string): Promise<void> {
  const { book, calendar } = await deadlinesInForce(uow);
  const now = await uow.now();
  const clockStart = calendar.minuteAt(now) - (item.used_minutes ?? 0);
  const start = calendar.instantOf(Math.max(0, clockStart));
  const to = step(workItemLifecycle, item.state, 'wake');
  const dueAt = calendar.plus(start, item.allowed_minutes);
  await moveWorkItem(
    uow,
    item,
    to,
    {
      clock_start: clockStart,
      effective_start: start,
      due_at: dueAt,
      preferred_id: preferredId ?? null,
      preferred_until: preferredId ? calendar.plus(now, book.preferred_business_hours * 60) : null,
    },
    false,
  );
  await record(uow, {
    type: 'work_item.woken',
    subject: { kind: 'work_item', id: item.id },
    data: { subject_id: item.subject_id, due_at: dueAt.toISOString() },
  });
}
