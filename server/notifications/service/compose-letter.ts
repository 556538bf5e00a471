import type { Uow } from '../../platform/uow.ts';
import { isToTypedAddress, letterHtml } from '../rules.ts';
import { insertMail, letterById, letterEvent } from '../store.ts';

/**
 * Makes the mail an event owes: one per event, however often it runs. The letter's text is as the deciding command left
 * it; the address is the owner's present one. Events without a letter owe nothing.
 */
export async function composeLetter(
  uow: Uow,
  input: { eventId: string; messageHost: string },
): Promise<string | null> {
  const event = await letterEvent(uow, input.eventId);
  if (!event?.letter_id) return null;
  const letter = await letterById(uow, event.subject_kind, event.letter_id);
  if (!letter?.recipient_email) return null;
  const id = uow.id();
  const isNew = await insertMail(uow, {
    id,
    effect_key: `${input.eventId}:letter`,
    event_id: input.eventId,
    letter_id: letter.id,
    subject_kind: event.subject_kind,
    subject_id: event.subject_id,
    template: letter.purpose,
    locale: letter.locale,
    to_address: letter.recipient_email,
    to_name: isToTypedAddress(letter.purpose) ? '' : (letter.recipient_name ?? ''),
    subject: letter.subject,
    text_body: letter.body,
    html_body: letterHtml(letter.subject, letter.body, letter.locale),
    message_id: `<${id}@${input.messageHost}>`,
  });
  if (!isNew) return null;
  await uow.enqueue({ name: 'notifications.deliver_mail', data: { mail_id: id } });
  return id;
}
