import { Problem } from '../kernel/problem.ts';
import type { Uow } from '../platform/uow.ts';

export interface MailRecord {
  id: string;
  event_id: string;
  letter_id: string | null;
  subject_kind: string;
  subject_id: string;
  template: string;
  locale: string;
  to_address: string;
  to_name: string;
  subject: string;
  text_body: string;
  html_body: string;
  message_id: string;
  state: string;
  attempts: number;
  version: number;
}

type NewMail = Omit<MailRecord, 'state' | 'attempts' | 'version'> & { effect_key: string };

/** One mail per effect key: a second run of the job finds the first one's row. Returns whether it was new. */
export async function insertMail(uow: Uow, mail: NewMail): Promise<boolean> {
  const rows = await uow
    .trx('mails')
    .insert({ ...mail, state: 'queued', created_at: await uow.now() })
    .onConflict('effect_key')
    .ignore()
    .returning('id');
  return rows.length === 1;
}

export async function lockMail(uow: Uow, id: string): Promise<MailRecord> {
  const mail = await uow.trx<MailRecord>('mails').where({ id }).forUpdate().first();
  if (!mail) throw new Problem('not_found');
  return mail;
}

export async function updateMail(uow: Uow, id: string, change: Record<string, unknown>): Promise<void> {
  await uow.trx('mails').where({ id }).update(change);
}

export interface LetterEvent {
  type: string;
  subject_kind: string;
  subject_id: string;
  letter_id: string | null;
}

export async function letterEvent(uow: Uow, eventId: string): Promise<LetterEvent | undefined> {
  return uow
    .trx('event_view')
    .where({ id: eventId })
    .first('type', 'subject_kind', 'subject_id', uow.trx.raw("data ->> 'letter_id' as letter_id"));
}

export interface LetterRecord {
  id: string;
  application_id: string;
  purpose: string;
  locale: string;
  subject: string;
  body: string;
  recipient_email: string | null;
  recipient_name: string | null;
}

/** Where an application stands; undefined where there is none. */
export async function applicationState(uow: Uow, id: string): Promise<string | undefined> {
  const row = await uow.trx('application_view').where({ id }).first('state');
  return row?.state ?? undefined;
}

/** The letter and its address through the owning room's view, read at sending time. */
export async function letterById(uow: Uow, kind: string, id: string): Promise<LetterRecord | undefined> {
  if (kind === 'person') return uow.trx<LetterRecord>('person_letter_view').where({ id }).first();
  return uow.trx<LetterRecord>('letter_view').where({ id }).first();
}
