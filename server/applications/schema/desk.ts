import { z } from 'zod';
import { claimReply } from '../../benchmarks/schema/reply.ts';
import { readingReply } from '../../compliance/schema/reading.ts';
import { fileReply } from '../../files/schema.ts';
import { channels } from '../../kernel/taxonomy.ts';
import { commandReply, workItemReply } from '../../queue/schema/work-items.ts';
import { applicationStates } from '../lifecycle.ts';
import { decisionReply, draftKinds } from './review.ts';

const person = z.object({ id: z.string(), name: z.string() });

/** An application as lists show it. */
export const applicationReply = z.object({
  id: z.string(),
  number: z.number(),
  case_number: z.string(),
  state: z.enum(applicationStates),
  legal_name: z.string(),
  trading_name: z.string(),
  country: z.string().nullable(),
  primary_channel: z.string().nullable(),
  channels: z.array(z.string()),
  regions: z.array(z.string()),
  locale: z.string(),
  score_floor: z.number().nullable(),
  band: z.string().nullable(),
  worst_claim: z.string().nullable(),
  round: z.number(),
  revision: z.number(),
  submitted_at: z.date().nullable(),
  decided_at: z.date().nullable(),
  changes_due_at: z.date().nullable(),
  version: z.number(),
});
export type ApplicationReply = z.input<typeof applicationReply>;

export const applicationFilter = z.strictObject({
  state: z.enum(applicationStates).optional(),
  channel: z.enum(channels).optional(),
  band: z.enum(['pass', 'review', 'reject']).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  q: z.string().min(1).max(100).optional(),
});
export type ApplicationFilter = z.infer<typeof applicationFilter>;
export const applicationSort = ['submitted_at', 'number', 'score'] as const;

export const historyReply = z.object({
  id: z.string(),
  at: z.date(),
  type: z.string(),
  subject_kind: z.string(),
  actor: z.object({ kind: z.string(), id: z.string().nullable(), name: z.string().nullable() }),
  data: z.record(z.string(), z.unknown()),
  texts: z.record(z.string(), z.string().nullable()),
});

const verdictChange = z.object({
  criterion: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});

/** Everything one needs to decide about an application, and the commands this person may run on it now. */
export const dossierReply = applicationReply.extend({
  source: z.string(),
  item: workItemReply.nullable(),
  items: z.array(workItemReply),
  form: z.unknown(),
  revisions: z.array(z.object({ revision: z.number(), submitted_at: z.coerce.date() })),
  previous_form: z.unknown().nullable(),
  requests: z.array(
    z.object({
      id: z.string(),
      item: z.string(),
      words: z.string(),
      state: z.string(),
      round: z.number(),
      requested_by: person,
      requested_at: z.coerce.date(),
      answered_at: z.coerce.date().nullable(),
      verdict_changes: z.array(verdictChange),
    }),
  ),
  reading: readingReply.nullable(),
  previous_reading: z
    .object({
      revision: z.number(),
      score_floor: z.number().nullable(),
      band: z.string().nullable(),
      criteria: z.array(z.object({ id: z.string(), verdict: z.string() })),
    })
    .nullable(),
  statement_text: z.string(),
  sourcing_text: z.string(),
  sourcing_map: z.array(z.object({ key: z.string(), start: z.number(), end: z.number() })),
  claims: z.array(claimReply),
  norm_version: z.string().nullable(),
  matches: z.array(
    z.object({
      kind: z.string(),
      application: z.object({
        id: z.string(),
        case_number: z.string(),
        trading_name: z.string(),
        state: z.string(),
        decided_at: z.coerce.date().nullable(),
      }),
    }),
  ),
  /** What was attached and is still kept; named in the case studies by id. */
  files: z.array(fileReply),
  missing: z.array(z.object({ item: z.string(), code: z.string() })),
  history: z.array(historyReply),
  notes: z.array(
    z.object({
      id: z.string(),
      author: person,
      body: z.string(),
      mentions: z.array(z.string()),
      created_at: z.coerce.date(),
    }),
  ),
  mails: z.array(
    z.object({
      id: z.string(),
      template: z.string(),
      state: z.string(),
      created_at: z.coerce.date(),
      sent_at: z.coerce.date().nullable(),
      last_error: z.string().nullable(),
    }),
  ),
  decision: decisionReply.nullable(),
  letters: z.array(
    z.object({
      id: z.string(),
      purpose: z.string(),
      subject: z.string(),
      body: z.string(),
      created_at: z.coerce.date(),
    }),
  ),
  drafts: z.array(z.object({ kind: z.enum(draftKinds), content: z.unknown(), updated_at: z.coerce.date() })),
  commands: z.array(commandReply),
  specialist_id: z.string().nullable(),
  policies: z.array(z.object({ id: z.string(), kind: z.string(), version: z.string() })),
});
export type DossierReply = z.input<typeof dossierReply>;
