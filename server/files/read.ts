import type { Knex } from 'knex';
import type { FileReply } from './schema.ts';

export interface FileRow extends FileReply {
  subject_kind: string;
  subject_id: string;
  storage_key: string;
}

/** One kept file, undefined where there is none or it was removed. */
export async function oneFile(db: Knex, id: string): Promise<FileRow | undefined> {
  return db<FileRow & { removed_at: Date | null }>('files')
    .where({ id })
    .whereNull('removed_at')
    .first('id', 'subject_kind', 'subject_id', 'name', 'media_type', 'size', 'sha256', 'storage_key');
}

/** The kept files of one subject, oldest first. */
export async function filesOfSubject(db: Knex, subjectId: string): Promise<FileReply[]> {
  return db('files')
    .where({ subject_id: subjectId })
    .whereNull('removed_at')
    .orderBy('id')
    .select('id', 'name', 'size', 'media_type', 'sha256');
}
