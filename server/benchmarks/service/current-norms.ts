import type { Uow } from '../../platform/uow.ts';
import { currentPolicy } from '../../policies/service/current-policy.ts';
import type { PlausibilityBook } from '../plausibility/book.ts';
import type { NormVersion } from '../plausibility/figures.ts';
import { normsById, publishedNormsId } from '../store.ts';

// a published version never changes
const kept = new Map<string, NormVersion>();

export interface CurrentNorms {
  id: string;
  norms: NormVersion;
  book: PlausibilityBook;
  policyVersionId: string;
}

/** The norms in force with the rule book they are judged by. */
export async function currentNorms(uow: Uow): Promise<CurrentNorms> {
  const id = await publishedNormsId(uow);
  if (!id) throw new Error('no norm version is published: the installation is incomplete');
  const norms = kept.get(id) ?? (await normsById(uow, id));
  kept.set(id, norms);
  const policy = await currentPolicy<PlausibilityBook>(uow, 'plausibility');
  return { id, norms, book: policy.document, policyVersionId: policy.id };
}
