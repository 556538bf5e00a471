import { record } from '../../audit/record.ts';
import type { Uow } from '../../platform/uow.ts';
import type { WorkKind } from '../rules/eligibility.ts';
import { addConflict } from '../store/involvement.ts';
import { insertWorkItem, lockOpenItems, type NewWorkItem } from '../store/work-items.ts';
import { deadlinesInForce } from './deadlines.ts';
import { sayWhenNobody } from './nobody-eligible.ts';
import { wakeItem } from './pause-item.ts';

export interface OpenItemInput {
  kind: WorkKind;
  channel: string;
  /** The language the work is read in: the applicant's. */
  language: string;
  subject: { kind: string; id: string };
  /** Who the work is about, for conflicts of interest: the same for every item about one party. */
  partyKey: string;
  critical?: boolean;
  /** From when the allowed time runs; now, where it is left out. */
  effectiveStart?: Date;
  /** Somebody it is kept for in the first business hours: who asked for what has now come back. */
  preferredId?: string;
  /** People known to stand too close to the party: written down as conflicts of interest. */
  excludedIds?: readonly string[];
}

/**
 * Opens a work item, with its due time by the deadlines book. An item already open about this subject and kind is
 * found, and woken if it was paused: running it twice opens one. Says at once when nobody may take it. Returns its id.
 */
export async function openItem(uow: Uow, input: OpenItemInput): Promise<string> {
  for (const personId of input.excludedIds ?? [])
    await addConflict(uow, personId, input.partyKey, 'own_submission');
  const [standing] = await lockOpenItems(uow, input.subject.id, input.kind);
  if (standing) {
    if (standing.state === 'snoozed') await wakeItem(uow, standing, input.preferredId);
    return standing.id;
  }
  const { book, calendar } = await deadlinesInForce(uow);
  const now = await uow.now();
  const start = input.effectiveStart ?? now;
  const allowed = calendar.days(book.allowed_business_days[input.kind]);
  const item: NewWorkItem = {
    id: uow.id(),
    kind: input.kind,
    channel: input.channel,
    language: input.language,
    subject_kind: input.subject.kind,
    subject_id: input.subject.id,
    party_key: input.partyKey,
    critical: input.critical ?? false,
    allowed_minutes: allowed,
    effective_start: start,
    clock_start: calendar.minuteAt(start),
    due_at: calendar.plus(start, allowed),
    preferred_id: input.preferredId ?? null,
    preferred_until: input.preferredId ? calendar.plus(now, book.preferred_business_hours * 60) : null,
    opened_at: now,
  };
  await insertWorkItem(uow, item);
  await record(uow, {
    type: 'work_item.opened',
    subject: { kind: 'work_item', id: item.id, version: 1 },
    data: {
      subject_id: item.subject_id,
      kind: item.kind,
      channel: item.channel,
      due_at: item.due_at.toISOString(),
    },
  });
  await sayWhenNobody(uow, item);
  return item.id;
}
