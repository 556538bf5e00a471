import { record } from '../../audit/record.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Uow } from '../../platform/uow.ts';
import { hashPassword } from '../passwords.ts';
import { clash, type Grantable } from '../rules/roles.ts';
import { insertPerson } from '../store/persons.ts';
import { insertRole } from '../store/roles.ts';

export interface PersonInput {
  email: string;
  name: string;
  roles: readonly Grantable[];
  password?: string;
  locale?: 'en' | 'de';
  /** Invited people cannot sign in until they chose a password. */
  state?: 'active' | 'invited';
  demo?: boolean;
  /** When the roles were granted; now where it is left out. */
  grantedAt?: Date;
}

/**
 * Adds a person with their roles at once: for the first admins, the demo and tests. Everybody else is invited and gets
 * roles from two admins. Throws `invalid_input` for a taken address or roles that do not go together.
 */
export async function createPerson(uow: Uow, input: PersonInput): Promise<{ id: string }> {
  const reason = clash(input.roles);
  if (reason) throw new Problem('invalid_input', {}, { fields: [{ pointer: '/roles', code: reason }] });
  const id = uow.id();
  await insertPerson(uow, {
    id,
    email: input.email,
    name: input.name,
    state: input.state ?? 'active',
    password_hash: input.password === undefined ? null : await hashPassword(input.password),
    locale: input.locale ?? 'en',
    demo: input.demo ?? false,
  });
  for (const role of input.roles)
    await insertRole(uow, { personId: id, role, grantedBy: null, approvedBy: null, at: input.grantedAt });
  await record(uow, {
    type: 'person.created',
    subject: { kind: 'person', id, version: 1 },
    data: { roles: [...input.roles] },
    texts: {
      name: { text: input.name, personId: id },
      email: { text: input.email, personId: id },
    },
  });
  return { id };
}
