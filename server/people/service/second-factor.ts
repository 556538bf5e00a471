import type { z } from 'zod';
import { record } from '../../audit/record.ts';
import { Problem } from '../../kernel/problem.ts';
import { sha256 } from '../../platform/digest.ts';
import type { Services } from '../../platform/services.ts';
import type { Uow } from '../../platform/uow.ts';
import { answerFits, requestOptions } from '../passkeys.ts';
import { runningSession, type SessionRow } from '../read/session.ts';
import type { secondFactorInput } from '../schema/session.ts';
import { unseal } from '../secret-box.ts';
import { lockPasskeys, notePasskeyUse, takeTimeStep } from '../store/factors.ts';
import { lockPerson, type PersonRow } from '../store/persons.ts';
import { endSession, keepChallenge, takeChallenge } from '../store/sessions.ts';
import { timeStepOf } from '../totp.ts';
import { countCode } from './attempts.ts';
import { actorOf, type OpenedSession, openSession } from './session.ts';
import type { Visitor } from './sign-in.ts';

/** The running session of the visitor's cookie. Throws `not_signed_in`. */
export async function ownSession(services: Services, visitor: Visitor): Promise<SessionRow> {
  const session = visitor.oldToken && (await runningSession(services.db, sha256(visitor.oldToken)));
  if (!session) throw new Problem('not_signed_in');
  return session;
}

/**
 * Ends the session and opens a full one under a new token (trust 34). Throws `not_signed_in` where it ended meanwhile:
 * a slow request brings nobody back (trust 33).
 */
export async function rotate(
  uow: Uow,
  session: SessionRow,
  visitor: Visitor,
  secondFactor: boolean,
): Promise<OpenedSession> {
  if (!(await endSession(uow, session.id))) throw new Problem('not_signed_in');
  return openSession(uow, session.person_id, { state: 'full', secondFactor, userAgent: visitor.userAgent });
}

/** Whether the code is right for the person's secret and its time step was not used before. */
export async function codeFits(
  uow: Uow,
  services: Services,
  person: PersonRow,
  code: string,
): Promise<boolean> {
  if (!person.totp_secret) return false;
  const step = timeStepOf(unseal(services.config.keys, person.id, person.totp_secret), code, Date.now());
  return step !== null && takeTimeStep(uow, person.id, step);
}

/** WebAuthn options for signing in; their challenge waits in the session. Throws `not_found` without passkeys. */
export async function passkeyOptions(uow: Uow, services: Services, session: SessionRow) {
  const keys = await lockPasskeys(uow, session.person_id);
  if (keys.length === 0) throw new Problem('not_found');
  const options = await requestOptions(services.config.publicUrl, keys);
  await keepChallenge(uow, session.id, options.challenge);
  return options;
}

async function proves(
  uow: Uow,
  services: Services,
  session: SessionRow,
  person: PersonRow,
  given: z.output<typeof secondFactorInput>,
): Promise<boolean> {
  if (given.kind === 'totp')
    return person.totp_confirmed_at !== null && codeFits(uow, services, person, given.code);
  const challenge = await takeChallenge(uow, session.id);
  const key = (await lockPasskeys(uow, person.id)).find((one) => one.credential_id === given.response.id);
  if (!challenge || !key) return false;
  const count = await answerFits(services.config.publicUrl, challenge, key, given.response);
  if (count === undefined) return false;
  await notePasskeyUse(uow, key.credential_id, count);
  return true;
}

/**
 * Completes signing in with a code or a passkey. The outcome is written either way: a spent challenge stays spent, and
 * a wrong answer after a right password is worth knowing. Throws `sign_in_failed` or `too_many_requests`.
 */
export async function giveSecondFactor(
  services: Services,
  given: z.output<typeof secondFactorInput>,
  visitor: Visitor,
): Promise<OpenedSession> {
  const session = await ownSession(services, visitor);
  const succeeded = await countCode(services, session.person_id, visitor.address);
  const opened = await services.run(
    { actor: actorOf(session), requestId: visitor.requestId },
    async (uow) => {
      const person = await lockPerson(uow, session.person_id);
      const proved = person.state === 'active' && (await proves(uow, services, session, person, given));
      await record(uow, {
        type: proved ? 'session.second_factor_given' : 'session.second_factor_refused',
        subject: { kind: 'person', id: person.id },
        data: { factor: given.kind },
      });
      return proved ? rotate(uow, session, visitor, true) : undefined;
    },
  );
  if (!opened) throw new Problem('sign_in_failed');
  await succeeded();
  return opened;
}
