import type { Uow } from '../../platform/uow.ts';
import type { Policy, PolicyKind } from '../schema.ts';
import { policyById, publishedHead } from '../store/policy-versions.ts';
import { checkDocument } from './registry.ts';

// A published book never changes, so its checked document may be kept by id for the life of the process.
const kept = new Map<string, Policy>();

/** The book in force, its document checked by the registered schema. `T` is the type that schema infers. */
export async function currentPolicy<T>(uow: Uow, kind: PolicyKind): Promise<Policy<T>> {
  const head = await publishedHead(uow, kind);
  if (!head) throw new Error(`no ${kind} rule book is published: the installation is incomplete`);
  return loadPolicy<T>(uow, head.id);
}

/** A given version of a book, for what was decided under it. */
export async function loadPolicy<T>(uow: Uow, id: string): Promise<Policy<T>> {
  const known = kept.get(id);
  if (known) return known as Policy<T>;
  const row = await policyById(uow, id);
  if (!row) throw new Error(`no rule book ${id}`);
  const policy = { ...row, document: checkDocument(row.kind, row.document) };
  kept.set(id, policy);
  return policy as Policy<T>;
}
