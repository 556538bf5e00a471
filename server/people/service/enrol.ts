import { record } from '../../audit/record.ts';
import { Problem } from '../../kernel/problem.ts';
import { modeOf } from '../../platform/installation.ts';
import type { Services } from '../../platform/services.ts';
import type { Uow } from '../../platform/uow.ts';
import { creationOptions, readRegistration } from '../passkeys.ts';
import type { SessionRow } from '../read/session.ts';
import { mustKeepFactor, type SecondFactor } from '../rules/sessions.ts';
import type { Credential } from '../schema/session.ts';
import { seal } from '../secret-box.ts';
import { clearTotp, factorsOf, insertPasskey, lockPasskeys, removePasskeys } from '../store/factors.ts';
import { confirmTotp, keepPersonal, lockPerson } from '../store/persons.ts';
import { rolesOf } from '../store/roles.ts';
import { endSessionsOf, keepChallenge, takeChallenge } from '../store/sessions.ts';
import { newTotpSecret, totpInvitation } from '../totp.ts';
import { countCode } from './attempts.ts';
import { codeFits, ownSession, rotate } from './second-factor.ts';
import { actorOf, type OpenedSession } from './session.ts';
import type { Visitor } from './sign-in.ts';

const changed = (uow: Uow, personId: string, type: string, factor: SecondFactor): Promise<string> =>
  record(uow, { type, subject: { kind: 'person', id: personId }, data: { factor } });

/** A fresh secret for an authenticator app, waiting for its first code. Throws `wrong_state` where one is in use. */
export async function startTotp(uow: Uow, services: Services, personId: string) {
  const person = await lockPerson(uow, personId);
  if (person.totp_confirmed_at) throw new Problem('wrong_state', { subject: 'totp', state: 'confirmed' });
  const secret = newTotpSecret();
  await keepPersonal(uow, personId, { totp_secret: seal(services.config.keys, personId, secret) });
  return totpInvitation(secret, person.email);
}

/** The session after a factor was added: rotated, and every other one ended, so that only its holder goes on. */
async function renewed(uow: Uow, session: SessionRow, visitor: Visitor): Promise<OpenedSession> {
  const opened = await rotate(uow, session, visitor, true);
  await endSessionsOf(uow, session.person_id, opened.id);
  return opened;
}

const wrongCode = () =>
  new Problem('invalid_input', {}, { fields: [{ pointer: '/code', code: 'wrong_code' }] });

/** Confirms the authenticator app with its first code. Throws `invalid_input` for a wrong or used one. */
export async function confirmTotpCode(
  services: Services,
  code: string,
  visitor: Visitor,
): Promise<OpenedSession> {
  const session = await ownSession(services, visitor);
  const succeeded = await countCode(services, session.person_id, visitor.address);
  const opened = await services.run(
    { actor: actorOf(session), requestId: visitor.requestId },
    async (uow) => {
      const person = await lockPerson(uow, session.person_id);
      if (person.totp_confirmed_at) throw new Problem('wrong_state', { subject: 'totp', state: 'confirmed' });
      if (!(await codeFits(uow, services, person, code))) throw wrongCode();
      await confirmTotp(uow, person.id);
      await changed(uow, person.id, 'person.second_factor_added', 'totp');
      return renewed(uow, session, visitor);
    },
  );
  await succeeded();
  return opened;
}

/** Guarded roles keep at least one factor. Throws `blocked`. */
async function oneRemains(uow: Uow, personId: string): Promise<void> {
  const person = await lockPerson(uow, personId);
  const demo = (await modeOf(uow.trx)) === 'demo';
  if ((await factorsOf(uow, person)).length === 0 && mustKeepFactor(await rolesOf(uow, personId), demo))
    throw new Problem('blocked', { reason: 'last_second_factor' });
}

/** Takes the authenticator app out of use, on one of its own codes. */
export async function removeTotp(services: Services, code: string, visitor: Visitor): Promise<void> {
  const session = await ownSession(services, visitor);
  await countCode(services, session.person_id, visitor.address);
  await services.run({ actor: actorOf(session), requestId: visitor.requestId }, async (uow) => {
    const person = await lockPerson(uow, session.person_id);
    if (!person.totp_confirmed_at) throw new Problem('not_found');
    if (!(await codeFits(uow, services, person, code))) throw wrongCode();
    await clearTotp(uow, person.id);
    await oneRemains(uow, person.id);
    await changed(uow, person.id, 'person.second_factor_removed', 'totp');
  });
}

/** WebAuthn options for a new passkey; their challenge waits in the session. */
export async function passkeyCreation(uow: Uow, services: Services, session: SessionRow) {
  const person = await lockPerson(uow, session.person_id);
  const options = await creationOptions(
    services.config.publicUrl,
    person,
    await lockPasskeys(uow, person.id),
  );
  await keepChallenge(uow, session.id, options.challenge);
  return options;
}

/** Keeps a new passkey. Throws `invalid_input` where the authenticator's answer does not fit the challenge. */
export async function registerPasskey(
  services: Services,
  given: { label: string; response: Credential },
  visitor: Visitor,
): Promise<OpenedSession> {
  const session = await ownSession(services, visitor);
  return services.run({ actor: actorOf(session), requestId: visitor.requestId }, async (uow) => {
    const challenge = await takeChallenge(uow, session.id);
    const key = challenge && (await readRegistration(services.config.publicUrl, challenge, given.response));
    if (!key)
      throw new Problem('invalid_input', {}, { fields: [{ pointer: '/response', code: 'not_verified' }] });
    await insertPasskey(uow, { ...key, person_id: session.person_id, label: given.label });
    await changed(uow, session.person_id, 'person.second_factor_added', 'passkey');
    return renewed(uow, session, visitor);
  });
}

/** Takes one of the person's own passkeys out of use. Throws `not_found` for anybody else's. */
export async function removePasskey(uow: Uow, personId: string, credentialId: string): Promise<void> {
  await lockPerson(uow, personId);
  if ((await removePasskeys(uow, personId, credentialId)) !== 1) throw new Problem('not_found');
  await oneRemains(uow, personId);
  await changed(uow, personId, 'person.second_factor_removed', 'passkey');
}
