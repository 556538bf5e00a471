import { issueLink } from '../../access/service/portal-links.ts';
import { record } from '../../audit/record.ts';
import type { PortalPurpose } from '../../kernel/actor.ts';
import { step } from '../../kernel/machine.ts';
import { invitationLink } from '../../people/service/invite.ts';
import { MailRefused } from '../../platform/mailer.ts';
import type { Services } from '../../platform/services.ts';
import type { Uow } from '../../platform/uow.ts';
import { mailLifecycle } from '../lifecycle.ts';
import { maxAttempts, subjectOf } from '../rules.ts';
import { linkPlaceholder } from '../schema.ts';
import { applicationState, lockMail, type MailRecord, updateMail } from '../store.ts';

const linkPurposes: Record<string, { purpose: PortalPurpose; days: number }> = {
  draft_link: { purpose: 'draft', days: 90 },
  changes_requested: { purpose: 'changes', days: 30 },
  reminder: { purpose: 'changes', days: 30 },
};

const looking = { purpose: 'status' as const, days: 180 };
/** What a new link opens depends on where the application stands when it is sent. */
const templateOfState: Record<string, string> = {
  draft: 'draft_link',
  changes_requested: 'changes_requested',
};

/** The recipient's own page, by a link made for this sending alone: the applicant's, or that of somebody invited. */
export async function freshLink(uow: Uow, mail: MailRecord, publicUrl: string): Promise<string> {
  if (mail.subject_kind === 'person')
    return (await invitationLink(uow, mail.subject_id, publicUrl, true)).link;
  const replaces = mail.template === 'new_link';
  const template = replaces
    ? templateOfState[(await applicationState(uow, mail.subject_id)) ?? '']
    : mail.template;
  const { purpose, days } = linkPurposes[template ?? ''] ?? looking;
  const token = await issueLink(uow, { purpose, subjectId: mail.subject_id, days, replaces });
  return `${publicUrl}/portal/application#t=${token}`;
}

/** Counts the attempt and fills in the link, before anything leaves. Null where the mail is no longer waiting. */
export async function prepareDelivery(
  uow: Uow,
  mailId: string,
  services: Services,
): Promise<MailRecord | null> {
  const mail = await lockMail(uow, mailId);
  if (mail.state !== 'queued') return null;
  await updateMail(uow, mailId, { attempts: mail.attempts + 1 });
  const counted = { ...mail, attempts: mail.attempts + 1 };
  if (!services.mailer || !mail.text_body.includes(linkPlaceholder)) return counted;
  const link = await freshLink(uow, mail, services.config.publicUrl);
  return {
    ...counted,
    text_body: mail.text_body.replaceAll(linkPlaceholder, link),
    html_body: mail.html_body.replaceAll(
      linkPlaceholder,
      `<a href="${link}" style="color:#0b5cad">${link}</a>`,
    ),
  };
}

/** What became of a delivery: accepted, refused for good, or to be tried again (`error`). */
export type Outcome =
  | { kind: 'accepted'; reply: string }
  | { kind: 'kept' }
  | { kind: 'refused'; error: string }
  | { kind: 'again'; error: string };

/** Hands the mail to SMTP; with the same Message-ID at every try, so that a second copy can be told (trust 45). */
export async function transmit(mail: MailRecord, services: Services): Promise<Outcome> {
  if (!services.mailer) return { kind: 'kept' };
  try {
    const reply = await services.mailer.send({
      messageId: mail.message_id,
      to: { name: mail.to_name, address: mail.to_address },
      subject: mail.subject,
      text: mail.text_body,
      html: mail.html_body,
    });
    return { kind: 'accepted', reply };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: error instanceof MailRefused ? 'refused' : 'again', error: message.slice(0, 500) };
  }
}

/** Records the outcome. Returns false where the mail should be tried again later. */
export async function settleDelivery(uow: Uow, mailId: string, outcome: Outcome): Promise<boolean> {
  const mail = await lockMail(uow, mailId);
  if (mail.state !== 'queued') return true;
  if (outcome.kind === 'again' && mail.attempts < maxAttempts) {
    await updateMail(uow, mailId, { last_error: outcome.error });
    return false;
  }
  const [command, type] = (
    {
      accepted: ['accept', 'mail.sent'],
      kept: ['keep', 'mail.kept'],
      refused: ['refuse', 'mail.refused'],
      again: ['give_up', 'mail.failed'],
    } as const
  )[outcome.kind];
  const state = step(mailLifecycle, 'queued', command);
  await updateMail(uow, mailId, {
    state,
    last_error: 'error' in outcome ? outcome.error : null,
    smtp_reply: 'reply' in outcome ? outcome.reply : null,
    sent_at: outcome.kind === 'accepted' ? await uow.now() : null,
  });
  await record(uow, {
    type,
    subject: { kind: 'mail', id: mailId },
    data: { template: mail.template, ...subjectOf(mail), attempts: mail.attempts },
    texts: 'error' in outcome ? { error: outcome.error } : {},
  });
  return true;
}
