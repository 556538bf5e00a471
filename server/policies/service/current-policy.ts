import type { Uow } from '../../platform/uow.ts';
import type { Policy, PolicyKind } from '../schema/policy.ts';
import { headAt, policyById } from '../store/policy-versions.ts';
import { policyType } from './registry.ts';

// A published book never changes, so its parsed document may be kept by id for the life of the process.
const kept = new Map<string, Policy>();

/** The book in force, its document read by the registered schema. `T` is the type that schema infers. */
export const currentPolicy = <T>(uow: Uow, kind: PolicyKind): Promise<Policy<T>> => policyAt<T>(uow, kind);

/** The book that was in force at an instant (M6): what a score "as of" a past day is told by. */
export async function policyAt<T>(uow: Uow, kind: PolicyKind, at?: Date): Promise<Policy<T>> {
  const head = await headAt(uow, kind, at);
  if (!head) throw new Error(`no ${kind} rule book is published: the installation is incomplete`);
  return loadPolicy<T>(uow, head.id);
}

/** A given published version of a book, for what was decided under it. */
export async function loadPolicy<T>(uow: Uow, id: string): Promise<Policy<T>> {
  const known = kept.get(id);
  if (known) return known as Policy<T>;
  const row = await policyById(uow, id);
  if (!row) throw new Error(`no rule book ${id}`);
  const policy = { ...row, document: policyType(row.kind).schema.parse(row.document) };
  kept.set(id, policy);
  return policy as Policy<T>;
}
