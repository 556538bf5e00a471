import { z } from 'zod';
import { Problem } from '../../kernel/problem.ts';
import { fieldErrors } from '../../platform/http/reply.ts';
import { modeOf } from '../../platform/installation.ts';
import type { Uow } from '../../platform/uow.ts';
import { newPassword } from '../schema/me.ts';
import { emailAddress, personName } from '../schema/people.ts';
import { countAdmins, lockAdminCount } from '../store/roles.ts';
import { createPerson } from './create-person.ts';
import { invitationLink } from './invite.ts';
import { refuseWeak } from './password.ts';

const input = z.strictObject({ email: emailAddress, name: personName, password: newPassword.optional() });

/**
 * Makes one of the first two admins, with a password or an invitation link. Throws `forbidden` in a demo, `conflict`
 * once there are two (also when two are made at the same moment), `invalid_input` naming the fields.
 */
export async function createFirstAdmin(
  uow: Uow,
  given: { email: string; name: string; password?: string | undefined },
  publicUrl: string,
): Promise<{ id: string; email: string; admins: number; link?: string }> {
  if ((await modeOf(uow.trx)) === 'demo') throw new Problem('forbidden', { reason: 'demo' });
  const parsed = input.safeParse(given);
  if (!parsed.success) throw new Problem('invalid_input', {}, { fields: fieldErrors(parsed.error, given) });
  const { email, name, password } = parsed.data;
  if (password !== undefined) refuseWeak('/password', password, { email, name });
  await lockAdminCount(uow);
  const before = await countAdmins(uow);
  if (before >= 2) throw new Problem('conflict', { reason: 'enough' });
  const { id } = await createPerson(uow, {
    email,
    name,
    roles: ['admin'],
    ...(password === undefined ? { state: 'invited' } : { password }),
  });
  const link = password === undefined ? (await invitationLink(uow, id, publicUrl)).link : undefined;
  return { id, email, admins: before + 1, ...(link ? { link } : {}) };
}
