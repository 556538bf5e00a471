import type { Knex } from 'knex';

export interface AccountRow {
  id: string;
  state: 'invited' | 'active' | 'disabled';
  password_hash: string | null;
}

/** The account of an address, whatever its letter case. */
export async function accountByEmail(db: Knex, email: string): Promise<AccountRow | undefined> {
  const found = await db.raw<{ rows: AccountRow[] }>(
    'select id, state, password_hash from persons where lower(email) = lower(?)',
    [email],
  );
  return found.rows[0];
}

/** Addresses of the active demo accounts. */
export async function demoPersons(db: Knex): Promise<string[]> {
  return db('persons').where({ demo: true, state: 'active' }).pluck<string[]>('email');
}
