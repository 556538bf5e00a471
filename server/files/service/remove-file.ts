import { record } from '../../audit/record.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Uow } from '../../platform/uow.ts';
import { filesOf, markAllRemoved, markRemoved } from '../store.ts';

/** Removes one file of the subject. Throws `not_found` for any other's (trust 27). */
export async function removeFile(uow: Uow, subject: { kind: string; id: string }, id: string): Promise<void> {
  if (!(await markRemoved(uow, subject.id, id))) throw new Problem('not_found');
  await record(uow, {
    type: 'file.removed',
    subject: { kind: 'file', id },
    data: { subject_kind: subject.kind, subject_id: subject.id },
  });
}

/** Removes every file of a subject whose content is erased; their names go with them. */
export async function removeAllFiles(uow: Uow, subject: { kind: string; id: string }): Promise<void> {
  for (const file of await filesOf(uow, subject.id))
    await record(uow, {
      type: 'file.removed',
      subject: { kind: 'file', id: file.id },
      data: { subject_kind: subject.kind, subject_id: subject.id },
    });
  await markAllRemoved(uow, subject.id);
}
