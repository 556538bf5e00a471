import { record } from '../../audit/record.ts';
import { step } from '../../kernel/machine.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Uow } from '../../platform/uow.ts';
import { workItemLifecycle } from '../lifecycle.ts';
import { lockWorkItem, moveWorkItem } from '../store/work-items.ts';
import { giveTo } from './claim.ts';
import { deadlinesInForce } from './deadlines.ts';
import { lockAt, personOf, refuseUnlessHolder, renewLease } from './holder.ts';

/** Renews the lease, as the holder is at work. The version stays: activity is no decision. */
export async function extend(uow: Uow, id: string): Promise<void> {
  const person = personOf(uow);
  const item = await lockWorkItem(uow, id);
  if (!item) throw new Problem('not_found');
  refuseUnlessHolder(item, person.id);
  step(workItemLifecycle, item.state, 'extend');
  await renewLease(uow, item);
}

/** Gives the item back to the queue. */
export async function release(uow: Uow, id: string, version: number): Promise<void> {
  const item = await lockAt(uow, id, version);
  refuseUnlessHolder(item, personOf(uow).id);
  // What a lead had kept for this person is free for all once they give it back.
  const free = { preferred_id: null, preferred_until: null };
  const row = await moveWorkItem(uow, item, step(workItemLifecycle, item.state, 'release'), free, true);
  await record(uow, {
    type: 'work_item.released',
    subject: { kind: 'work_item', id, version: row.version },
    data: { subject_id: item.subject_id },
  });
}

/** Holds the item with a reason until a date at most five business days away; its clock runs on. */
export async function hold(
  uow: Uow,
  id: string,
  version: number,
  input: { reason: string; until?: Date },
): Promise<void> {
  const item = await lockAt(uow, id, version);
  refuseUnlessHolder(item, personOf(uow).id);
  const to = step(workItemLifecycle, item.state, 'hold');
  const { book, calendar } = await deadlinesInForce(uow);
  const now = await uow.now();
  const latest = calendar.plus(now, calendar.days(book.hold_max_business_days));
  const until = input.until ?? latest;
  if (until <= now || until > latest)
    throw new Problem(
      'invalid_input',
      { latest: latest.toISOString() },
      {
        fields: [
          {
            pointer: '/until',
            code: until <= now ? 'in_the_past' : 'too_late',
            params: { latest: latest.toISOString() },
          },
        ],
      },
    );
  const change = { held_reason: input.reason, held_until: until };
  const row = await moveWorkItem(uow, item, to, change, true);
  await record(uow, {
    type: 'work_item.held',
    subject: { kind: 'work_item', id, version: row.version },
    data: { subject_id: item.subject_id, until: until.toISOString() },
    texts: { reason: input.reason },
  });
}

/** Takes a held item up again. */
export async function resume(uow: Uow, id: string, version: number): Promise<void> {
  const person = personOf(uow);
  const item = await lockAt(uow, id, version);
  refuseUnlessHolder(item, person.id);
  await giveTo(uow, item, person.id, { command: 'resume', type: 'work_item.resumed' });
}
