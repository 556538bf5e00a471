import type { z } from 'zod';
import { record } from '../../audit/record.ts';
import { step } from '../../kernel/machine.ts';
import { Problem } from '../../kernel/problem.ts';
import { newToken, sha256 } from '../../platform/digest.ts';
import { anonymous } from '../../platform/http/identity.ts';
import type { Services } from '../../platform/services.ts';
import type { Uow } from '../../platform/uow.ts';
import { personMachine } from '../lifecycle.ts';
import { hashPassword } from '../passwords.ts';
import { clash } from '../rules/roles.ts';
import type { inviteInput } from '../schema/people.ts';
import { insertInvitation, lockInvitation, markInvitationUsed } from '../store/invitations.ts';
import { insertPerson, keepPersonal, lockPerson } from '../store/persons.ts';
import { endSessionsOf } from '../store/sessions.ts';
import { refuseWeak } from './password.ts';
import { requestRole } from './roles.ts';
import { actingAs } from './sign-in.ts';
import { writePersonLetter } from './write-letter.ts';

/** An invitation waits for so many days of real time. */
export const invitationDays = 7;

/** Where an invitation leads, and whether its link is shown: only while no mail can bring it to the person. */
export interface Desk {
  publicUrl: string;
  showLink: boolean;
}

/**
 * A new invitation link for a person. The one before stops working, unless this one goes `beside` it: the copy in the
 * mail beside the one shown. The token stands in the fragment and is kept nowhere.
 */
export async function invitationLink(
  uow: Uow,
  personId: string,
  publicUrl: string,
  beside = false,
): Promise<{ link: string; expires_at: Date }> {
  const token = newToken();
  const expires_at = await insertInvitation(uow, {
    tokenDigest: sha256(token),
    personId,
    days: invitationDays,
    beside,
  });
  return { link: `${publicUrl}/#/invitation?t=${token}`, expires_at };
}

/**
 * Invites a person. The roles asked for become requests that another admin decides. Throws `invalid_input` where the
 * address is taken or the roles do not go together.
 */
export async function invite(uow: Uow, given: z.output<typeof inviteInput>, desk: Desk) {
  const reason = clash(given.roles);
  if (reason) throw new Problem('invalid_input', {}, { fields: [{ pointer: '/roles', code: reason }] });
  const id = uow.id();
  const { email, name, locale } = given;
  await insertPerson(uow, { id, email, name, locale, state: 'invited', password_hash: null, demo: false });
  const letterId = await writePersonLetter(uow, { id, name, locale }, 'invitation', {
    days: String(invitationDays),
  });
  await record(uow, {
    type: 'person.invited',
    subject: { kind: 'person', id, version: 1 },
    data: { roles: given.roles, letter_id: letterId },
    texts: { name: { text: name, personId: id }, email: { text: email, personId: id } },
  });
  const requests: string[] = [];
  // `lead` stands beside another role, so it is asked for last.
  for (const role of [...new Set(given.roles)].sort((a, b) => Number(a === 'lead') - Number(b === 'lead')))
    requests.push((await requestRole(uow, id, role)).id);
  return { id, version: 1, ...(await shownLink(uow, id, desk)), role_requests: requests };
}

async function shownLink(uow: Uow, id: string, desk: Desk) {
  const { link, expires_at } = await invitationLink(uow, id, desk.publicUrl);
  return { link: desk.showLink ? link : null, expires_at };
}

/** A new link for somebody invited, or for an active person who lost their password. Throws `wrong_state`. */
export async function inviteAgain(uow: Uow, personId: string, desk: Desk) {
  const person = await lockPerson(uow, personId);
  step(personMachine, person.state, 'accept');
  const letterId = await writePersonLetter(
    uow,
    person,
    person.state === 'invited' ? 'invitation' : 'new_password',
    { days: String(invitationDays) },
  );
  await record(uow, {
    type: 'person.invited',
    subject: { kind: 'person', id: personId },
    data: { letter_id: letterId },
  });
  return {
    id: personId,
    version: person.version,
    ...(await shownLink(uow, personId, desk)),
    role_requests: [],
  };
}

/**
 * Sets the password of an invited person. Throws `link_invalid`, `link_used`, `link_expired`, or `invalid_input` for a
 * weak password, which leaves the invitation open.
 */
export async function acceptInvitation(
  services: Services,
  given: { token: string; password: string },
  requestId: string,
): Promise<void> {
  const hash = await hashPassword(given.password);
  await services.run({ actor: anonymous, requestId }, async (uow) => {
    const digest = sha256(given.token);
    const invitation = await lockInvitation(uow, digest);
    if (!invitation) throw new Problem('link_invalid');
    if (invitation.used_at) throw new Problem('link_used');
    if (invitation.expired) throw new Problem('link_expired');
    const person = await lockPerson(uow, invitation.person_id);
    if (person.state === 'disabled') throw new Problem('link_invalid');
    refuseWeak('/password', given.password, person);
    const state = step(personMachine, person.state, 'accept');
    await markInvitationUsed(uow, digest, person.id);
    await keepPersonal(uow, person.id, { password_hash: hash, state });
    await endSessionsOf(uow, person.id);
    await record(actingAs(uow, person.id, person.id), {
      type: 'person.accepted',
      subject: { kind: 'person', id: person.id },
      data: { from: person.state, to: state },
    });
  });
}
