import { Problem } from '../../kernel/problem.ts';
import { addNote } from '../../notes/service/add-note.ts';
import type { Uow } from '../../platform/uow.ts';
import { applicationExists } from '../store/applications.ts';

/** Adds an internal note to an application. Throws `not_found`. */
export async function noteOn(uow: Uow, id: string, body: string) {
  if (!(await applicationExists(uow, id))) throw new Problem('not_found');
  return addNote(uow, { kind: 'application', id }, body);
}
