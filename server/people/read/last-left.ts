import type { Knex } from 'knex';

/** When this person was last seen before the session they have now; null where there was no other. */
export async function lastSeenBefore(db: Knex, personId: string, sessionId: string): Promise<Date | null> {
  const { rows } = await db.raw<{ rows: { at: Date | null }[] }>(
    `select max(s.last_seen_at) as at from sessions s, sessions now
     where now.id = ? and s.person_id = ? and s.id <> now.id and s.state = 'full' and s.last_seen_at < now.created_at`,
    [sessionId, personId],
  );
  return rows[0]?.at ?? null;
}
