import { record } from '../../audit/record.ts';
import { step } from '../../kernel/machine.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Uow } from '../../platform/uow.ts';
import { type PersonState, personMachine } from '../lifecycle.ts';
import { clearTotp, removePasskeys } from '../store/factors.ts';
import { changePerson, lockPerson } from '../store/persons.ts';
import { lockActiveAdmins } from '../store/roles.ts';
import { endSessionsOf } from '../store/sessions.ts';
import { writePersonLetter } from './write-letter.ts';

interface Changed {
  id: string;
  state: PersonState;
  version: number;
}

async function move(uow: Uow, id: string, command: 'disable' | 'enable'): Promise<Changed> {
  const admins = command === 'disable' ? await lockActiveAdmins(uow) : [];
  const person = await lockPerson(uow, id);
  if (admins.length === 1 && admins[0] === id) throw new Problem('blocked', { reason: 'last_admin' });
  let state = step(personMachine, person.state, command);
  // Whoever never chose a password goes back to being invited.
  if (command === 'enable' && person.password_hash === null) state = 'invited';
  const version = await changePerson(uow, id, person.version, { state });
  await record(uow, {
    type: `person.${command}d`,
    subject: { kind: 'person', id, version },
    data: { from: person.state, to: state },
  });
  return { id, state, version };
}

/** Ends somebody's access at once, with all their sessions. Throws `blocked` for the last active admin. */
export async function disablePerson(uow: Uow, id: string): Promise<Changed> {
  if (uow.actor.id === id) throw new Problem('own_involvement', { reason: 'self' });
  const changed = await move(uow, id, 'disable');
  await endSessionsOf(uow, id);
  return changed;
}

export const enablePerson = (uow: Uow, id: string): Promise<Changed> => move(uow, id, 'enable');

/** For a lost phone: takes every second factor away and ends the sessions; roles that need one set up a new one. */
export async function resetSecondFactors(uow: Uow, id: string, publicUrl: string): Promise<Changed> {
  if (uow.actor.id === id) throw new Problem('own_involvement', { reason: 'self' });
  const person = await lockPerson(uow, id);
  await clearTotp(uow, id);
  const passkeys = await removePasskeys(uow, id);
  await endSessionsOf(uow, id);
  const version = await changePerson(uow, id, person.version, {});
  const letterId = await writePersonLetter(uow, person, 'second_factors_reset', { address: publicUrl });
  await record(uow, {
    type: 'person.second_factors_reset',
    subject: { kind: 'person', id, version },
    data: { totp: person.totp_confirmed_at !== null, passkeys, letter_id: letterId },
  });
  return { id, state: person.state, version };
}
