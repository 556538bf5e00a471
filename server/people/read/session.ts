import type { Knex } from 'knex';
import { absoluteDays, idleHours, type SecondFactor, type SessionState } from '../rules/sessions.ts';

export interface SessionRow {
  id: string;
  person_id: string;
  state: SessionState;
  csrf_digest: string;
  stale: boolean;
  name: string;
  email: string;
  locale: string;
  preferences: Record<string, unknown>;
  roles: string[];
  factors: SecondFactor[];
}

const live = `s.ended_at is null and s.last_seen_at > clock_timestamp() - interval '${idleHours} hours'
  and s.absolute_until > clock_timestamp() and s.created_at > clock_timestamp() - interval '${absoluteDays} days'`;

/** The running session of a token digest with its person and the roles they hold at this moment (trust 22), or undefined. */
export async function seenSession(db: Knex, tokenDigest: string): Promise<SessionRow | undefined> {
  const found = await db.raw<{ rows: SessionRow[] }>(
    `select s.id, s.person_id, s.state, s.csrf_digest, s.last_seen_at < clock_timestamp() - interval '1 minute' as stale,
       p.name, p.email, p.locale, p.preferences,
       array(select r.role from person_roles r where r.person_id = p.id order by r.role) as roles,
       array_remove(array[case when p.totp_confirmed_at is not null then 'totp' end,
         case when exists (select from passkeys k where k.person_id = p.id and k.removed_at is null) then 'passkey' end],
         null) as factors
     from sessions s join persons p on p.id = s.person_id and p.state = 'active'
     where s.token_digest = ? and ${live}`,
    [tokenDigest],
  );
  return found.rows[0];
}

/** The running session, noted as used: at most once a minute and never on one that has ended (trust 33). */
export async function runningSession(db: Knex, tokenDigest: string): Promise<SessionRow | undefined> {
  const row = await seenSession(db, tokenDigest);
  if (row?.stale)
    await db.raw(
      `update sessions s set last_seen_at = clock_timestamp()
       where s.token_digest = ? and s.last_seen_at < clock_timestamp() - interval '1 minute' and ${live}`,
      [tokenDigest],
    );
  return row;
}
