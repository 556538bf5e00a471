import type { Uow } from '../../platform/uow.ts';
import { absoluteDays, type SessionState } from '../rules/sessions.ts';

// Sessions run on the real clock even where the installation's is moved: a browser's patience is not business time.

export interface NewSession {
  tokenDigest: string;
  id: string;
  personId: string;
  csrfDigest: string;
  state: SessionState;
  secondFactor: boolean;
  userAgent: string | null;
}

export async function insertSession(uow: Uow, session: NewSession): Promise<void> {
  await uow.trx.raw(
    `insert into sessions (token_digest, id, person_id, csrf_digest, state, user_agent, absolute_until, second_factor_at)
     values (?, ?, ?, ?, ?, ?, clock_timestamp() + make_interval(days => ?), case when ? then clock_timestamp() end)`,
    [
      session.tokenDigest,
      session.id,
      session.personId,
      session.csrfDigest,
      session.state,
      session.userAgent,
      absoluteDays,
      session.secondFactor,
    ],
  );
}

/** Ends one session; true where it was still running. */
export async function endSession(uow: Uow, id: string): Promise<boolean> {
  const ended = await uow
    .trx('sessions')
    .where({ id })
    .whereNull('ended_at')
    .update({ ended_at: uow.trx.raw('clock_timestamp()'), challenge: null });
  return ended === 1;
}

/** Ends every session of a person, but for one where it is named. */
export async function endSessionsOf(uow: Uow, personId: string, except?: string): Promise<number> {
  const running = uow.trx('sessions').where({ person_id: personId }).whereNull('ended_at');
  if (except !== undefined) running.whereNot({ id: except });
  return running.update({ ended_at: uow.trx.raw('clock_timestamp()'), challenge: null });
}

/** The WebAuthn challenge waiting for its answer in this session. */
export async function keepChallenge(uow: Uow, id: string, challenge: string): Promise<void> {
  await uow.trx('sessions').where({ id }).whereNull('ended_at').update({ challenge });
}

/** Takes the challenge out, so that it can be answered once. */
export async function takeChallenge(uow: Uow, id: string): Promise<string | null> {
  const row = await uow
    .trx('sessions')
    .where({ id })
    .whereNull('ended_at')
    .forUpdate()
    .first<{ challenge: string | null }>('challenge');
  if (!row?.challenge) return null;
  await uow.trx('sessions').where({ id }).update({ challenge: null });
  return row.challenge;
}
