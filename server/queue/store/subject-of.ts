import type { Uow } from '../../platform/uow.ts';

/** What an item is about; undefined for no such item. */
export const subjectOf = (
  uow: Uow,
  itemId: string,
): Promise<{ subject_kind: string; subject_id: string } | undefined> =>
  uow.trx('work_items').where({ id: itemId }).first('subject_kind', 'subject_id');
