import type { Knex } from 'knex';
import type { Uow } from '../../platform/uow.ts';
import { filesOfSubject } from '../read.ts';
import type { FileReply } from '../schema.ts';
import { filesOf } from '../store.ts';

/** The kept files of one subject, for its dossier or portal page. */
export const listSubjectFiles = (db: Knex, subjectId: string): Promise<FileReply[]> =>
  filesOfSubject(db, subjectId);

/** The ids of the subject's kept files, within a command. */
export async function subjectFileIds(uow: Uow, subjectId: string): Promise<Set<string>> {
  return new Set((await filesOf(uow, subjectId)).map((file) => file.id));
}
