import type { Uow } from '../platform/uow.ts';
import type { FileReply, FileType } from './schema.ts';

export interface StoredFile extends FileReply {
  subject_kind: string;
  subject_id: string;
  storage_key: string;
  media_type: FileType;
}

const columns = ['id', 'subject_kind', 'subject_id', 'name', 'media_type', 'size', 'sha256', 'storage_key'];

export async function insertFile(uow: Uow, file: StoredFile, uploadedBy: string): Promise<void> {
  await uow.trx('files').insert({ ...file, uploaded_by: uploadedBy });
}

export async function filesOf(uow: Uow, subjectId: string): Promise<StoredFile[]> {
  return uow
    .trx<StoredFile>('files')
    .where({ subject_id: subjectId })
    .whereNull('removed_at')
    .orderBy('id')
    .select(columns);
}

/** Marks one file of the subject as removed; false where there is none. The bytes go with the next sweep. */
export async function markRemoved(uow: Uow, subjectId: string, id: string): Promise<boolean> {
  const rows = await uow
    .trx('files')
    .where({ id, subject_id: subjectId })
    .whereNull('removed_at')
    .update({ removed_at: await uow.now() });
  return rows === 1;
}

/** Marks every file of a subject as removed; gives how many. */
export async function markAllRemoved(uow: Uow, subjectId: string): Promise<number> {
  return uow
    .trx('files')
    .where({ subject_id: subjectId })
    .whereNull('removed_at')
    .update({ removed_at: await uow.now(), name: '' });
}

/** Which of these storage keys belong to a file that is still kept. */
export async function keptKeys(uow: Uow, keys: readonly string[]): Promise<Set<string>> {
  const rows = await uow
    .trx('files')
    .whereIn('storage_key', [...keys])
    .whereNull('removed_at')
    .select('storage_key');
  return new Set(rows.map((row) => String(row.storage_key)));
}
