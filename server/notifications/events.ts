/** What this room records; the mail is the subject. */
export interface MailEvents {
  'mail.sent': { template: string; application_id?: string; person_id?: string };
  'mail.kept': { template: string; application_id?: string; person_id?: string };
  'mail.refused': { template: string; application_id?: string; person_id?: string };
  'mail.failed': { template: string; application_id?: string; person_id?: string };
  'mail.link_opened': { template: string; application_id?: string; person_id?: string };
  'mail.resent': { from_mail_id: string };
}

/** The events of other rooms that carry a `letter_id` to be sent. */
export const letterEvents = [
  'application.link_requested',
  'application.submitted',
  'application.changes_requested',
  'application.reminded',
  'application.lapsed',
  'application.withdrawn',
  'application.decision_final',
  'person.invited',
  'person.second_factors_reset',
] as const;
