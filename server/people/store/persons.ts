import { Problem } from '../../kernel/problem.ts';
import { violates } from '../../platform/db/failures.ts';
import type { Persons } from '../../platform/tables.gen.ts';
import type { Uow } from '../../platform/uow.ts';

export type PersonRow = Persons & { preferences: Record<string, unknown> };

export interface NewPerson {
  id: string;
  email: string;
  name: string;
  state: PersonRow['state'];
  password_hash: string | null;
  locale: 'en' | 'de';
  demo: boolean;
}

/** Adds a person. Throws `invalid_input` where the address is taken already. */
export async function insertPerson(uow: Uow, person: NewPerson): Promise<void> {
  try {
    await uow.trx('persons').insert(person);
  } catch (error) {
    if (violates(error, 'persons_email'))
      throw new Problem('invalid_input', {}, { fields: [{ pointer: '/email', code: 'taken' }] });
    throw error;
  }
}

/** The person with their row locked. Throws `not_found`. */
export async function lockPerson(uow: Uow, id: string): Promise<PersonRow> {
  const row = await uow.trx<PersonRow>('persons').where({ id }).forUpdate().first();
  if (!row) throw new Problem('not_found');
  return row;
}

/** Changes what a person sees as the record: moves the version. The row is locked already. */
export async function changePerson(
  uow: Uow,
  id: string,
  version: number,
  change: Partial<Pick<PersonRow, 'name' | 'state'>>,
): Promise<number> {
  const changed = await uow
    .trx('persons')
    .where({ id, version })
    .update({ ...change, version: version + 1 });
  if (changed !== 1) throw new Problem('stale_version', { version });
  return version + 1;
}

/** Changes what only the person uses: secrets and preferences, which nobody decides on. */
export async function keepPersonal(
  uow: Uow,
  id: string,
  change: Partial<
    Pick<PersonRow, 'password_hash' | 'locale' | 'state'> & {
      totp_secret: Buffer | null;
      preferences: string;
    }
  >,
): Promise<void> {
  await uow.trx('persons').where({ id }).update(change);
}

export async function confirmTotp(uow: Uow, id: string): Promise<void> {
  await uow
    .trx('persons')
    .where({ id })
    .update({ totp_confirmed_at: uow.trx.raw('assay_now()') });
}
