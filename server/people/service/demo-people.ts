import type { Knex } from 'knex';
import { Problem } from '../../kernel/problem.ts';
import { modeOf } from '../../platform/installation.ts';
import type { Uow } from '../../platform/uow.ts';
import { demoPersons } from '../read/account.ts';
import type { Grantable } from '../rules/roles.ts';
import { createPerson } from './create-person.ts';

export interface DemoAccount {
  key: string;
  email: string;
  name: string;
  roles: readonly Grantable[];
}

/** One account per role, and a second one where two people are needed. Names are invented. */
export const demoAccounts: readonly DemoAccount[] = [
  { key: 'reviewer', email: 'reviewer@assay.example', name: 'Robin Ward', roles: ['reviewer'] },
  {
    key: 'second_reviewer',
    email: 'second.reviewer@assay.example',
    name: 'Mara Lindqvist',
    roles: ['reviewer'],
  },
  { key: 'lead', email: 'lead@assay.example', name: 'Joan Adeyemi', roles: ['reviewer', 'lead'] },
  {
    key: 'compliance_officer',
    email: 'officer@assay.example',
    name: 'Tomas Brandt',
    roles: ['compliance_officer'],
  },
  {
    key: 'second_officer',
    email: 'second.officer@assay.example',
    name: 'Ines Caldeira',
    roles: ['compliance_officer'],
  },
  {
    key: 'account_manager',
    email: 'account.manager@assay.example',
    name: 'Priya Nair',
    roles: ['account_manager'],
  },
  { key: 'auditor', email: 'auditor@assay.example', name: 'Henrik Soler', roles: ['auditor'] },
  { key: 'admin', email: 'admin@assay.example', name: 'Alex Moreau', roles: ['admin'] },
  { key: 'second_admin', email: 'second.admin@assay.example', name: 'Dana Kowal', roles: ['admin'] },
];

/** Known to everybody who opens the demo; worth nothing anywhere else. */
export const demoPassword = (account: Pick<DemoAccount, 'key'>): string =>
  `assay demo ${account.key.replaceAll('_', ' ')}`;

/**
 * Makes the accounts of the demo, by their keys. Throws `forbidden` on a real installation, where the table refuses
 * them as well.
 */
export async function createDemoPeople(uow: Uow): Promise<Record<string, { id: string; email: string }>> {
  if ((await modeOf(uow.trx)) === 'real') throw new Problem('forbidden', { reason: 'demo_only' });
  const grantedAt = new Date((await uow.now()).getTime() - 90 * 24 * 3_600_000);
  const made: Record<string, { id: string; email: string }> = {};
  for (const account of demoAccounts) {
    const { key, email, name, roles } = account;
    const password = demoPassword(account);
    const { id } = await createPerson(uow, { email, name, roles, password, demo: true, grantedAt });
    made[key] = { id, email };
  }
  return made;
}

/** What the sign-in page of a demo offers: the accounts that exist and are active, with their passwords. */
export async function demoAccountsFor(db: Knex) {
  const present = new Set(await demoPersons(db));
  return demoAccounts
    .filter(({ email }) => present.has(email))
    .map((account) => ({
      email: account.email,
      name: account.name,
      role_label_key: `role.${account.roles.at(-1)}`,
      password: demoPassword(account),
    }));
}
