import type { FileReply } from '../../files/schema.ts';
import { removeFile } from '../../files/service/remove-file.ts';
import { keepFile, type PlacedFile } from '../../files/service/store-file.ts';
import type { Uow } from '../../platform/uow.ts';
import { lockOwn, requireEditable } from './own-application.ts';

/** Adds an upload to the applicant's own application while it can be changed. */
export async function attachFile(uow: Uow, placed: PlacedFile): Promise<FileReply> {
  const application = await lockOwn(uow);
  await requireEditable(uow, application, 'attach_file');
  return keepFile(uow, placed, { kind: 'application', id: application.id });
}

/** Takes a file off again. Throws `not_found` for a file of anybody else (trust 27). */
export async function detachFile(uow: Uow, fileId: string): Promise<void> {
  const application = await lockOwn(uow);
  await requireEditable(uow, application, 'remove_file');
  await removeFile(uow, { kind: 'application', id: application.id }, fileId);
}
