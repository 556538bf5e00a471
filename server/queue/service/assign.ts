import { record } from '../../audit/record.ts';
import { step } from '../../kernel/machine.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Uow } from '../../platform/uow.ts';
import { workItemLifecycle } from '../lifecycle.ts';
import { decidingRoles } from '../rules/eligibility.ts';
import { addConflict, rolesOf } from '../store/involvement.ts';
import { moveWorkItem, touchWorkItem } from '../store/work-items.ts';
import { giveTo } from './claim.ts';
import { deadlinesInForce } from './deadlines.ts';
import { lockAt, personOf, refuseUnlessEligible } from './holder.ts';
import { sayWhenNobody } from './nobody-eligible.ts';

/**
 * A lead gives the item to somebody who may take it, and it stays kept for them in the first business hours: a lease
 * that runs out while they are away must not hand it on. Throws `not_found` for an unknown or inactive person,
 * `own_involvement` for one who may not take it.
 */
export async function assign(
  uow: Uow,
  id: string,
  version: number,
  to: { person_id: string; reason?: string | undefined },
): Promise<void> {
  personOf(uow);
  const item = await lockAt(uow, id, version);
  const roles = await rolesOf(uow, to.person_id);
  if (!roles) throw new Problem('not_found');
  if (!roles.some((role) => decidingRoles.includes(role)))
    throw new Problem('own_involvement', { why: 'role' });
  await refuseUnlessEligible(uow, item, { id: to.person_id, roles });
  await giveTo(uow, item, to.person_id, {
    command: 'assign',
    type: 'work_item.assigned',
    ...(to.reason ? { reason: to.reason } : {}),
  });
  const { book, calendar } = await deadlinesInForce(uow);
  const until = calendar.plus(await uow.now(), book.preferred_business_hours * 60);
  await touchWorkItem(uow, id, { preferred_id: to.person_id, preferred_until: until });
}

/** A lead takes the item from whoever holds it, back into the queue, where anybody may claim it. */
export async function takeBack(uow: Uow, id: string, version: number, reason: string): Promise<void> {
  personOf(uow);
  const item = await lockAt(uow, id, version);
  const to = step(workItemLifecycle, item.state, 'take_back');
  const row = await moveWorkItem(uow, item, to, { preferred_id: null, preferred_until: null }, true);
  await record(uow, {
    type: 'work_item.taken_back',
    subject: { kind: 'work_item', id, version: row.version },
    data: { subject_id: item.subject_id, from: item.holder_id },
    texts: { reason },
  });
  await sayWhenNobody(uow, row);
}

/** A person says they stand too close to the party: the item goes back, and nothing about that party comes to them again. */
export async function declareConflict(uow: Uow, id: string, version: number, reason: string): Promise<void> {
  const person = personOf(uow);
  const item = await lockAt(uow, id, version);
  const to = step(workItemLifecycle, item.state, 'declare_conflict');
  await addConflict(uow, person.id, item.party_key, reason);
  const mine = item.holder_id === person.id;
  const row = mine ? await moveWorkItem(uow, item, to, {}, true) : item;
  if (item.preferred_id === person.id)
    await touchWorkItem(uow, id, { preferred_id: null, preferred_until: null });
  await record(uow, {
    type: 'work_item.conflict_declared',
    subject: { kind: 'work_item', id, version: row.version },
    data: { subject_id: item.subject_id },
    texts: { reason },
  });
  if (row.state === 'waiting') await sayWhenNobody(uow, row);
}
