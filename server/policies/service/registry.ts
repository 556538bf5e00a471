import type { z } from 'zod';
import { type FieldError, Problem } from '../../kernel/problem.ts';
import { fieldErrors } from '../../platform/http/reply.ts';
import type { PolicyKind } from '../schema/policy.ts';

/** What policies must know of a kind of book, told at start by the room whose rules it holds. */
export interface PolicyType {
  schema: z.ZodType;
  /** Places whose change is wording or tables, not what is asked: they move the minor number. */
  wording: readonly string[];
  /** What no schema can say: contradictions inside the book, each at its place. */
  contradictions?: (document: never) => FieldError[];
}
const types = new Map<PolicyKind, PolicyType>();

export function registerPolicyType(kind: PolicyKind, type: PolicyType): void {
  types.set(kind, type);
}

export function policyType(kind: PolicyKind): PolicyType {
  const type = types.get(kind);
  if (!type) throw new Error(`no schema is registered for rule books of kind ${kind}`);
  return type;
}

/** Everything that keeps a document from being published, each at its place; empty for a sound one. */
export function faultsOf(kind: PolicyKind, document: unknown): FieldError[] {
  const { schema, contradictions } = policyType(kind);
  const result = schema.safeParse(document);
  if (!result.success) return fieldErrors(result.error, document);
  return contradictions?.(result.data as never) ?? [];
}

/** The document as its schema reads it. Throws `invalid_input` naming every wrong place. */
export function checkDocument(kind: PolicyKind, document: unknown): unknown {
  const fields = faultsOf(kind, document);
  if (fields.length > 0) throw new Problem('invalid_input', { kind }, { fields });
  return policyType(kind).schema.parse(document);
}
