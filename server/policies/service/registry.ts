import type { z } from 'zod';
import { Problem } from '../../kernel/problem.ts';
import type { PolicyKind } from '../schema.ts';

/** The schema of each kind of book, registered at start by the room whose rules it holds. */
const schemas = new Map<PolicyKind, z.ZodType>();

export function registerPolicyType(kind: PolicyKind, schema: z.ZodType): void {
  schemas.set(kind, schema);
}

/** The document checked against its kind's schema. Throws `invalid_input` naming the first wrong place. */
export function checkDocument(kind: PolicyKind, document: unknown): unknown {
  const schema = schemas.get(kind);
  if (!schema) throw new Error(`no schema is registered for rule books of kind ${kind}`);
  const result = schema.safeParse(document);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new Problem('invalid_input', { kind, at: issue?.path.join('.') ?? '', reason: issue?.message ?? '' });
}
