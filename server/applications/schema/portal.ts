import { z } from 'zod';
import { hintReply } from '../../compliance/schema/reading.ts';
import { fileReply } from '../../files/schema.ts';
import { portalPurposes } from '../../kernel/actor.ts';
import { line, prose } from '../../kernel/text.ts';
import { draftSchema } from './draft.ts';
import { answerMax, locales, statementMax } from './form.ts';

const locale = z.enum(locales);
const emailAddress = line(254).pipe(z.email());

export const startInput = z.strictObject({ locale, email: emailAddress.optional() });
export const openInput = z.strictObject({ token: z.string().min(20).max(200) });
export const sendLinkInput = z.strictObject({ email: emailAddress });
/** `saves` is the count last seen: an answer from an older tab must not replace a newer one. */
export const saveInput = z.strictObject({ document: draftSchema, saves: z.int().min(0) });
export const submitInput = z.strictObject({ saves: z.int().min(0).optional() });
export const withdrawInput = z.strictObject({ reason: prose(2_000).optional() });
export const localeInput = z.strictObject({ locale });
export const hintsInput = z.strictObject({
  statement: prose(statementMax),
  sourcing: z.record(z.string().max(40), prose(answerMax).nullable()),
  channels: z.array(z.string().max(60)).max(60),
  regions: z.array(z.string().max(60)).max(60),
});

export const emptyReply = z.object({});
export const localeReply = z.object({ locale });

export const missingReply = z.object({ item: z.string(), code: z.string() });

/** What the browser knows about its portal session. `csrf` goes with every unsafe request. */
export const portalSessionReply = z.object({
  state: z.enum(['none', 'open']),
  purpose: z.enum(portalPurposes).nullable(),
  csrf: z.string().nullable(),
  application_id: z.string().nullable(),
  locale: locale.nullable(),
});
export type PortalSessionReply = z.infer<typeof portalSessionReply>;

/** Steps of an application the applicant is told about; wording is in the catalogues. */
export const timelineSteps = [
  'started',
  'submitted',
  'changes_requested',
  'resubmitted',
  'approved',
  'rejected',
  'withdrawn',
  'lapsed',
] as const;

export const portalApplicationReply = z.object({
  id: z.string(),
  number: z.number(),
  case_number: z.string(),
  state: z.string(),
  locale,
  version: z.number(),
  revision: z.number(),
  /** The draft as typed, or the form as last submitted. */
  document: z.record(z.string(), z.unknown()),
  /** The form as last submitted, so that old answers stay in sight while asked items are changed. */
  submitted_form: z.record(z.string(), z.unknown()).nullable(),
  saves: z.number(),
  saved_at: z.date().nullable(),
  missing: z.array(missingReply),
  requests: z.array(
    z.object({ id: z.string(), item: z.string(), words: z.string(), state: z.string(), round: z.number() }),
  ),
  round: z.number(),
  timeline: z.array(z.object({ at: z.date(), step: z.enum(timelineSteps) })),
  waiting_for: z.enum(['you', 'us', 'nobody']),
  due_at: z.date().nullable(),
  /** While the desk works: by when it usually has decided; `late` once that time has gone by. */
  expected: z.object({ by: z.date().nullable(), late: z.boolean() }).nullable(),
  decision: z
    .object({ kind: z.string(), letter_subject: z.string(), letter_body: z.string(), at: z.date() })
    .nullable(),
  files: z.array(fileReply),
});
export type PortalApplicationReply = z.infer<typeof portalApplicationReply>;

export const startReply = z.object({
  link: z.string(),
  csrf: z.string(),
  application: portalApplicationReply,
});

export const saveReply = z.object({
  saves: z.number(),
  saved_at: z.date(),
  missing: z.array(missingReply),
  hints: z.array(hintReply),
});
export const hintsReply = z.object({ hints: z.array(hintReply) });

export const portalStateReply = z.object({
  id: z.string(),
  number: z.number(),
  case_number: z.string(),
  state: z.string(),
  version: z.number(),
});
