import type { Uow } from '../../platform/uow.ts';
import type { OpenWork, PolicyKind } from '../schema/policy.ts';
import { headAt, openWorkOf } from '../store/policy-versions.ts';

/** What was chosen for open work when a book was published, and whether the book is the one in force now. */
export interface OpenWorkWish {
  kind: PolicyKind;
  openWork: OpenWork;
  effectiveFrom: Date;
  inForce: boolean;
}

/** Throws `not_found`. */
export async function openWorkWish(uow: Uow, policyId: string): Promise<OpenWorkWish> {
  const row = await openWorkOf(uow, policyId);
  const head = await headAt(uow, row.kind);
  const inForce = head?.id === policyId;
  return { kind: row.kind, openWork: row.open_work, effectiveFrom: row.effective_from, inForce };
}
