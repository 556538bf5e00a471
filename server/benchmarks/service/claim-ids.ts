import type { Uow } from '../../platform/uow.ts';
import { claimsOfRevision } from '../store.ts';

/** The claims of a revision by id. */
export const claimIdsOf = async (uow: Uow, applicationId: string, revision: number): Promise<string[]> =>
  (await claimsOfRevision(uow, applicationId, revision)).map((claim) => claim.id);
