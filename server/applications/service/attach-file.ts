import type { FileReply } from '../../files/schema.ts';
import { removeFile } from '../../files/service/remove-file.ts';
import { keepFile, type PlacedFile } from '../../files/service/store-file.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Uow } from '../../platform/uow.ts';
import type { ApplicationRow } from '../store/applications.ts';
import { lockOwn } from './own-application.ts';

function requireOpen(application: ApplicationRow): void {
  if (application.state !== 'draft' && application.state !== 'changes_requested')
    throw new Problem('wrong_state', {
      subject: 'application',
      state: application.state,
      command: 'attach_file',
      possible_in: ['draft', 'changes_requested'],
    });
}

/** Adds an upload to the applicant's own application while it can be changed. */
export async function attachFile(uow: Uow, placed: PlacedFile): Promise<FileReply> {
  const application = await lockOwn(uow);
  requireOpen(application);
  return keepFile(uow, placed, { kind: 'application', id: application.id });
}

/** Takes a file off again. Throws `not_found` for a file of anybody else (trust 27). */
export async function detachFile(uow: Uow, fileId: string): Promise<void> {
  const application = await lockOwn(uow);
  requireOpen(application);
  await removeFile(uow, { kind: 'application', id: application.id }, fileId);
}
