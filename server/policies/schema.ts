import { z } from 'zod';

export const policyKinds = ['rubric', 'plausibility', 'deadlines'] as const;
export type PolicyKind = (typeof policyKinds)[number];

export const policyReply = z.object({
  id: z.uuid(),
  kind: z.enum(policyKinds),
  version: z.string(),
  state: z.string(),
  digest: z.string(),
  author: z.object({ kind: z.string(), name: z.string().nullable() }),
  publisher: z.object({ name: z.string().nullable() }).nullable(),
  effective_from: z.date(),
  published_at: z.date().nullable(),
});

export const policyDocumentReply = policyReply.extend({ document: z.unknown() });

export const policyFilter = z.strictObject({
  kind: z.enum(policyKinds).optional(),
  state: z.enum(['draft', 'in_review', 'published', 'superseded']).optional(),
});
export type PolicyFilter = z.infer<typeof policyFilter>;

/** One published rule book as commands use it. */
export interface Policy<T = unknown> {
  id: string;
  kind: PolicyKind;
  version: string;
  document: T;
}
