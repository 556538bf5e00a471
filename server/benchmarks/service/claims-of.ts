import type { Knex } from 'knex';
import { claimsOf as readClaims } from '../read.ts';
import type { ClaimReply } from '../schema/reply.ts';

/** The claims of a revision as the dossier shows them, and the version of the norms they were judged by. */
export const claimsOf = (
  db: Knex,
  applicationId: string,
  revision: number,
): Promise<{ claims: ClaimReply[]; normVersion: string | null }> => readClaims(db, applicationId, revision);
