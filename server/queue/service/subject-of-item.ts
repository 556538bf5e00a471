import type { Uow } from '../../platform/uow.ts';
import { subjectOf } from '../store/subject-of.ts';

/** What a work item is about. Throws where there is no such item. */
export async function subjectOfItem(uow: Uow, itemId: string): Promise<{ kind: string; id: string }> {
  const row = await subjectOf(uow, itemId);
  if (!row) throw new Error(`no work item ${itemId}`);
  return { kind: row.subject_kind, id: row.subject_id };
}
