import { record } from '../../audit/record.ts';
import type { Uow } from '../../platform/uow.ts';
import { draftOf } from '../store/drafts.ts';
import { lockOwn, stepOwn } from './own-application.ts';
import { writeLetter } from './write-letter.ts';

/** Mails the applicant a link back to their draft. Throws `wrong_state` once it was submitted. */
export async function sendDraftLink(uow: Uow, input: { email: string }): Promise<void> {
  const application = await lockOwn(uow);
  await stepOwn(uow, application, 'save');
  const draft = await draftOf(uow, application.id);
  const letterId = await writeLetter(uow, application, 'draft_link', {
    name: draft?.document.responsible_person?.name ?? '',
    to: input.email,
  });
  await record(uow, {
    type: 'application.link_requested',
    subject: { kind: 'application', id: application.id },
    data: { letter_id: letterId },
  });
}
