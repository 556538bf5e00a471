import { randomBytes } from 'node:crypto';
import { record } from '../../audit/record.ts';
import { Problem } from '../../kernel/problem.ts';
import { sha256 } from '../../platform/digest.ts';
import type { FilesStore } from '../../platform/files-store.ts';
import type { Uow } from '../../platform/uow.ts';
import { contentType } from '../rules/content-type.ts';
import { displayName } from '../rules/file-name.ts';
import { type FileReply, type FileType, filesPerSubject } from '../schema.ts';
import { filesOf, insertFile } from '../store.ts';
import type { Upload } from './receive-upload.ts';

/** An upload whose bytes are durable but which no row knows yet; `keepFile` adds the row, else the sweep removes it. */
export interface PlacedFile {
  key: string;
  name: string;
  type: FileType;
  size: number;
  sha256: string;
}

/** Checks the content and writes the bytes, synced. Throws `invalid_input` where the kind of content is not accepted. */
export async function placeFile(files: FilesStore, upload: Upload): Promise<PlacedFile> {
  const verdict = await contentType(upload.bytes);
  if ('refused' in verdict)
    throw new Problem(
      'invalid_input',
      { reason: verdict.refused },
      {
        fields: [{ pointer: '/file', code: `file_${verdict.refused}` }],
      },
    );
  const random = randomBytes(20).toString('hex');
  const key = `${random.slice(0, 2)}/${random.slice(2)}`;
  await files.put(key, upload.bytes);
  return {
    key,
    name: displayName(upload.name, verdict.type),
    type: verdict.type,
    size: upload.bytes.length,
    sha256: sha256(upload.bytes),
  };
}

/**
 * Adds the row of a placed file, in the transaction of the caller, who holds the subject's lock (trust 6: the bytes were
 * durable before). Throws `conflict` when the subject has 40 files already.
 */
export async function keepFile(
  uow: Uow,
  placed: PlacedFile,
  subject: { kind: string; id: string },
): Promise<FileReply> {
  const kept = await filesOf(uow, subject.id);
  if (kept.length >= filesPerSubject)
    throw new Problem('blocked', { reason: 'too_many_files', max: filesPerSubject });
  const file = {
    id: uow.id(),
    name: placed.name,
    size: placed.size,
    media_type: placed.type,
    sha256: placed.sha256,
  };
  await insertFile(
    uow,
    { ...file, subject_kind: subject.kind, subject_id: subject.id, storage_key: placed.key },
    uow.actor.id ? `${uow.actor.kind}:${uow.actor.id}` : uow.actor.kind,
  );
  await record(uow, {
    type: 'file.stored',
    subject: { kind: 'file', id: file.id },
    data: {
      subject_kind: subject.kind,
      subject_id: subject.id,
      media_type: file.media_type,
      size: file.size,
      sha256: file.sha256,
    },
    texts: { name: file.name },
  });
  return file;
}
