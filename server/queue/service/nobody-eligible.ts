import { record } from '../../audit/record.ts';
import type { Uow } from '../../platform/uow.ts';
import { countEligible } from '../store/involvement.ts';
import { touchWorkItem, type WorkItemRecord } from '../store/work-items.ts';

type Asked = Pick<WorkItemRecord, 'id' | 'kind' | 'subject_id' | 'party_key'> & { nobody_eligible?: boolean };

/** Marks the item, and records it once, when nobody on the desk may take it; takes the mark away when somebody may again. */
export async function sayWhenNobody(uow: Uow, item: Asked): Promise<boolean> {
  const nobody = (await countEligible(uow, item.kind, item.subject_id, item.party_key)) === 0;
  if (nobody === (item.nobody_eligible ?? false)) return nobody;
  await touchWorkItem(uow, item.id, { nobody_eligible: nobody });
  if (nobody)
    await record(uow, {
      type: 'work_item.nobody_eligible',
      subject: { kind: 'work_item', id: item.id },
      data: { subject_id: item.subject_id },
    });
  return nobody;
}
