import { record } from '../../audit/record.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Services } from '../../platform/services.ts';
import { hashPassword, passwordFits } from '../passwords.ts';
import { passwordHashOf } from '../read/account.ts';
import { weakness } from '../rules/passwords.ts';
import { keepPersonal, lockPerson } from '../store/persons.ts';
import { endSessionsOf } from '../store/sessions.ts';
import { countSignIn } from './attempts.ts';
import { ownSession, rotate } from './second-factor.ts';
import { actorOf, type OpenedSession } from './session.ts';
import type { Visitor } from './sign-in.ts';

/** Throws `invalid_input` at the pointer where a new password is too easy to guess. */
export function refuseWeak(pointer: string, password: string, person: { email: string; name: string }): void {
  const code = weakness(password, person);
  if (code) throw new Problem('invalid_input', {}, { fields: [{ pointer, code }] });
}

/**
 * Changes the password of who is signed in: the session gets a new token and every other one ends (trust 34).
 * Throws `invalid_input` where the current password is wrong or the next one weak.
 */
export async function changePassword(
  services: Services,
  given: { current: string; next: string },
  visitor: Visitor,
): Promise<OpenedSession> {
  const session = await ownSession(services, visitor);
  const succeeded = await countSignIn(services, session.email, visitor.address);
  refuseWeak('/next', given.next, session);
  const stored = await passwordHashOf(services.db, session.person_id);
  if (!(await passwordFits(given.current, stored)))
    throw new Problem('invalid_input', {}, { fields: [{ pointer: '/current', code: 'wrong_password' }] });
  const hash = await hashPassword(given.next);
  const opened = await services.run(
    { actor: actorOf(session), requestId: visitor.requestId },
    async (uow) => {
      const person = await lockPerson(uow, session.person_id);
      if (person.password_hash !== stored) throw new Problem('conflict');
      await keepPersonal(uow, person.id, { password_hash: hash });
      const next = await rotate(uow, session, visitor, session.factors.length > 0);
      await endSessionsOf(uow, person.id, next.id);
      await record(uow, { type: 'person.password_changed', subject: { kind: 'person', id: person.id } });
      return next;
    },
  );
  await succeeded();
  return opened;
}
