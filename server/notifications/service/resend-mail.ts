import { record } from '../../audit/record.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Uow } from '../../platform/uow.ts';
import { inScope, type MailScope, subjectOf } from '../rules.ts';
import { insertMail, lockMail } from '../store.ts';

/** Sends the same letter once more as a mail of its own. Throws `stale_version`, `wrong_state` while the first still waits. */
export async function resendMail(
  uow: Uow,
  input: { id: string; ifMatch: number; messageHost: string; scope: MailScope },
): Promise<{ id: string }> {
  const mail = await lockMail(uow, input.id);
  if (!inScope(input.scope, mail.subject_kind)) throw new Problem('not_found');
  if (mail.version !== input.ifMatch) throw new Problem('stale_version', { version: mail.version });
  if (mail.state === 'queued')
    throw new Problem('wrong_state', { subject: 'mail', state: mail.state, command: 'resend' });
  const id = uow.id();
  const { version: _v, state: _s, attempts: _a, ...copy } = mail;
  await insertMail(uow, {
    id,
    effect_key: `${id}:resend`,
    event_id: copy.event_id,
    letter_id: copy.letter_id,
    subject_kind: copy.subject_kind,
    subject_id: copy.subject_id,
    template: copy.template,
    locale: copy.locale,
    to_address: copy.to_address,
    to_name: copy.to_name,
    subject: copy.subject,
    text_body: copy.text_body,
    html_body: copy.html_body,
    message_id: `<${id}@${input.messageHost}>`,
  });
  await uow
    .trx('mails')
    .where({ id: mail.id })
    .update({ version: mail.version + 1 });
  await record(uow, {
    type: 'mail.resent',
    subject: { kind: 'mail', id, version: 1 },
    data: { from_mail_id: mail.id, ...subjectOf(mail) },
  });
  await uow.enqueue({ name: 'notifications.deliver_mail', data: { mail_id: id } });
  return { id };
}
