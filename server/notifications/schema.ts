import { z } from 'zod';

export const mailStates = ['queued', 'sent', 'kept', 'refused', 'failed'] as const;

export const mailRow = z.object({
  id: z.uuid(),
  subject_kind: z.string(),
  subject_id: z.uuid(),
  case_number: z.string().nullable(),
  template: z.string(),
  locale: z.string(),
  to_address: z.string().nullable(),
  to_name: z.string().nullable(),
  subject: z.string().nullable(),
  state: z.enum(mailStates),
  attempts: z.number(),
  last_error: z.string().nullable(),
  created_at: z.date(),
  sent_at: z.date().nullable(),
  version: z.number(),
});

export const mailReply = mailRow.extend({
  text_body: z.string().nullable(),
  html_body: z.string().nullable(),
  message_id: z.string(),
  smtp_reply: z.string().nullable(),
  /** True in a demo, where nobody receives mail: its link can be opened as the recipient would. */
  can_open: z.boolean(),
});

export const mailFilter = z.strictObject({
  state: z.enum(mailStates).optional(),
  template: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .optional(),
  subject_id: z.uuid().optional(),
});
export type MailFilter = z.infer<typeof mailFilter>;

/** The place in a letter where the recipient's own link goes; it is made at sending and kept nowhere. */
export const linkPlaceholder = '{{link}}';
