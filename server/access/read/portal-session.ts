import type { Knex } from 'knex';
import type { PortalPurpose } from '../../kernel/actor.ts';

export interface PortalSessionRow {
  link_id: string;
  purpose: PortalPurpose;
  subject_id: string;
  csrf_digest: string;
}

/** The running portal session of a token digest: its link must still be live too. */
export async function runningPortalSession(
  db: Knex,
  tokenDigest: string,
): Promise<PortalSessionRow | undefined> {
  const found = await db.raw<{ rows: PortalSessionRow[] }>(
    `select l.id as link_id, l.purpose, l.subject_id, s.csrf_digest
     from portal_sessions s join portal_links l on l.id = s.link_id
     where s.token_digest = ? and s.ended_at is null and s.expires_at > clock_timestamp()
       and l.revoked_at is null and l.expires_at > assay_now() and (l.used_at is null or not l.single_use)`,
    [tokenDigest],
  );
  return found.rows[0];
}
