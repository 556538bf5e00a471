import { record } from '../../audit/record.ts';
import { Problem } from '../../kernel/problem.ts';
import { sha256 } from '../../platform/digest.ts';
import { anonymous } from '../../platform/http/identity.ts';
import { modeOf } from '../../platform/installation.ts';
import type { Services } from '../../platform/services.ts';
import type { Uow } from '../../platform/uow.ts';
import { passwordFits } from '../passwords.ts';
import { accountByEmail } from '../read/account.ts';
import { runningSession } from '../read/session.ts';
import { stateAfterPassword } from '../rules/sessions.ts';
import { factorsOf } from '../store/factors.ts';
import { lockPerson } from '../store/persons.ts';
import { rolesOf } from '../store/roles.ts';
import { endSession } from '../store/sessions.ts';
import { countSignIn } from './attempts.ts';
import { type FailedSignIn, noteFailedSignIn } from './failed-sign-in.ts';
import { type OpenedSession, openSession, type PersonActor } from './session.ts';

export interface Visitor {
  /** The client's address as it is counted. */
  address: string;
  requestId: string;
  userAgent?: string | undefined;
  /** The session cookie the browser came with, ended by signing in. */
  oldToken?: string | undefined;
}

/** The same unit of work, with the person who has just proved who they are as its actor. */
export const actingAs = (uow: Uow, personId: string, sessionId: string): Uow => {
  const actor: PersonActor = { kind: 'person', id: personId, roles: [], extra: [], sessionId };
  return { ...uow, actor };
};

/**
 * Opens a new session for address and password; how far it goes depends on the second factor. A wrong password, an
 * unknown, invited or disabled person are all `sign_in_failed`, after the same work (trust 29).
 */
export async function signIn(
  services: Services,
  input: { email: string; password: string },
  visitor: Visitor,
): Promise<OpenedSession> {
  const account = await accountByEmail(services.db, input.email.trim());
  const failed = (reason: FailedSignIn['reason'], problem: unknown) => {
    noteFailedSignIn(services, { personId: account?.id ?? null, reason }, visitor);
    return problem;
  };
  const succeeded = await countSignIn(services, input.email, visitor.address).catch((problem: unknown) => {
    throw failed('too_many_tries', problem);
  });
  const known = account?.state === 'active' ? account.password_hash : null;
  if (!(await passwordFits(input.password, known)) || !account)
    throw failed('not_right', new Problem('sign_in_failed'));
  const opened = await services.run({ actor: anonymous, requestId: visitor.requestId }, async (uow) => {
    const person = await lockPerson(uow, account.id);
    if (person.state !== 'active' || person.password_hash !== account.password_hash)
      throw new Problem('sign_in_failed');
    const old = visitor.oldToken && (await runningSession(uow.trx, sha256(visitor.oldToken)));
    if (old) await endSession(uow, old.id);
    const demo = (await modeOf(uow.trx)) === 'demo';
    const state = stateAfterPassword(await rolesOf(uow, person.id), await factorsOf(uow, person), demo);
    const session = await openSession(uow, person.id, { state, userAgent: visitor.userAgent });
    await record(actingAs(uow, person.id, session.id), {
      type: 'session.signed_in',
      subject: { kind: 'person', id: person.id },
      data: { state },
    });
    return session;
  });
  await succeeded();
  return opened;
}
