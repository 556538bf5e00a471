import { z } from 'zod';
import { said } from '../../kernel/text.ts';

export const policyKinds = ['rubric', 'plausibility', 'deadlines'] as const;
export type PolicyKind = (typeof policyKinds)[number];
export const policyStates = ['draft', 'in_review', 'published', 'superseded', 'discarded'] as const;

/** What a published rubric means for open work: read again at once, when somebody takes it up, or not at all. */
export const openWorkChoices = ['rescore_now', 'on_touch', 'leave'] as const;
export type OpenWork = (typeof openWorkChoices)[number];

export const policyReply = z.object({
  id: z.uuid(),
  kind: z.enum(policyKinds),
  /** Of a draft: the number it would be published under. */
  version: z.string(),
  state: z.enum(policyStates),
  /** Published and its day has come. */
  in_force: z.boolean(),
  digest: z.string(),
  author: z.object({ kind: z.string(), name: z.string().nullable() }),
  publisher: z.object({ name: z.string().nullable() }).nullable(),
  effective_from: z.date(),
  published_at: z.date().nullable(),
  revision: z.int(),
  summary: z.string().nullable(),
});

const fault = z.object({
  pointer: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
});
export const changeReply = z.object({
  pointer: z.string(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
});

/** A book whole, with what the person looking may do to it and what stands in the way of publishing. */
export const policyDocumentReply = policyReply.extend({
  document: z.unknown(),
  open_work: z.enum(openWorkChoices),
  based_on: z.object({ id: z.uuid(), version: z.string() }).nullable(),
  /** Against the book it is based on; of a version 1 there are none. */
  changes: z.array(changeReply),
  faults: z.array(fault),
  commands: z.array(
    z.object({ command: z.string(), allowed: z.boolean(), blocked_by: z.string().nullable() }),
  ),
});

export const policyFilter = z.strictObject({
  kind: z.enum(policyKinds).optional(),
  state: z.enum(policyStates).optional(),
});
export type PolicyFilter = z.infer<typeof policyFilter>;

export const policyParams = z.object({ id: z.uuid() });
const document = z.record(z.string(), z.unknown());
export const startDraftBody = z.strictObject({ kind: z.enum(policyKinds), document: document.optional() });
export const editDraftBody = z.strictObject({ document });
export const proposeBody = z.strictObject({ summary: said(2000) });
export const reasonBody = z.strictObject({ reason: said(2000) });
export const publishBody = z.strictObject({
  effective_from: z.iso.datetime({ offset: true }).optional(),
  /** Of a rubric only. */
  open_work: z.enum(openWorkChoices).default('leave'),
});
export const draftReply = z.object({ id: z.uuid(), revision: z.int() });
export const revisionReply = z.object({ revision: z.int() });
export const publishedReply = z.object({
  revision: z.int(),
  version: z.string(),
  effective_from: z.date(),
});
/** A book as a file: what is exported can be imported. */
export const policyFile = z.object({ kind: z.enum(policyKinds), version: z.string(), document });

/** One published rule book as commands use it. */
export interface Policy<T = unknown> {
  id: string;
  kind: PolicyKind;
  version: string;
  document: T;
}
