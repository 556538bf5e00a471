import { record } from '../../audit/record.ts';
import { step } from '../../kernel/machine.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Uow } from '../../platform/uow.ts';
import { workItemLifecycle } from '../lifecycle.ts';
import { addConflict, rolesOf } from '../store/involvement.ts';
import { moveWorkItem, touchWorkItem } from '../store/work-items.ts';
import { giveTo } from './claim.ts';
import { lockAt, personOf, refuseUnlessEligible } from './holder.ts';
import { sayWhenNobody } from './nobody-eligible.ts';

/** A lead gives the item to somebody who may take it. Throws `not_found` for an unknown or inactive person. */
export async function assign(uow: Uow, id: string, version: number, personId: string): Promise<void> {
  personOf(uow);
  const item = await lockAt(uow, id, version);
  const roles = await rolesOf(uow, personId);
  if (!roles) throw new Problem('not_found');
  await refuseUnlessEligible(uow, item, { id: personId, roles });
  await giveTo(uow, item, personId, { command: 'assign', type: 'work_item.assigned' });
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
