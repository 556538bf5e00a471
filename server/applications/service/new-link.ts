import { record } from '../../audit/record.ts';
import { emailKey } from '../../kernel/text.ts';
import type { Uow } from '../../platform/uow.ts';
import { lockApplication } from '../store/applications.ts';
import { draftOf } from '../store/drafts.ts';
import {
  applicationsOfAddress,
  closeLinkRequest,
  insertLinkRequest,
  lockLinkRequest,
  purgeLinkRequests,
  timesTyped,
} from '../store/link-requests.ts';
import { formOf } from '../store/revisions.ts';
import { writeLetter } from './write-letter.ts';

/** One address gets at most so many mails an hour, and links to so many applications at once. */
export const newLinksAnHour = 3;
const atOnce = 5;

/**
 * Somebody without a link that works asks for a new one. Only that is written down here, whoever the address belongs to:
 * the answer and the work behind it are the same for an address nobody knows (trust 29). A job looks it up.
 */
export async function askForLink(uow: Uow, input: { email: string }): Promise<void> {
  const id = uow.id();
  await insertLinkRequest(uow, id, input.email);
  await uow.enqueue({ name: 'applications.send_new_links', data: { request_id: id } });
}

async function sendTo(uow: Uow, id: string, email: string): Promise<void> {
  const application = await lockApplication(uow, id);
  const person =
    application.revision > 0
      ? (await formOf(uow, id, application.revision)).responsible_person
      : (await draftOf(uow, id))?.document.responsible_person;
  const onFile = person?.email;
  const letterId = await writeLetter(uow, application, 'new_link', {
    // a draft may have no person yet; then the address its link went to before is the one on file
    ...(onFile ? {} : { to: email }),
  });
  await record(uow, {
    type: 'application.link_requested',
    subject: { kind: 'application', id },
    data: { letter_id: letterId },
  });
}

/** Mails a fresh link for each application with the address on file; running it twice mails once. Returns how many. */
export async function sendNewLinks(uow: Uow, requestId: string): Promise<number> {
  const request = await lockLinkRequest(uow, requestId);
  if (!request?.email) return 0;
  const { email } = request;
  await closeLinkRequest(uow, requestId);
  if ((await timesTyped(uow, request)) > newLinksAnHour) return 0;
  const ids = await applicationsOfAddress(uow, { email, key: emailKey(email) }, atOnce);
  for (const id of ids) await sendTo(uow, id, email);
  return ids.length;
}

export const forgetLinkRequests = (uow: Uow): Promise<number> => purgeLinkRequests(uow);
