import { Problem } from '../../kernel/problem.ts';
import type { Uow } from '../../platform/uow.ts';
import { policyAsItStands } from '../store/policy-versions.ts';

/** A book of any state with the revision it has now: what a draft is tried out by. Throws `not_found`. */
export async function bookAsItStands(
  uow: Uow,
  id: string,
): Promise<{ id: string; kind: string; revision: number; document: unknown }> {
  const row = await policyAsItStands(uow, id);
  if (!row) throw new Problem('not_found');
  return row;
}
