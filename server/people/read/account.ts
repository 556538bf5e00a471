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

export async function passwordHashOf(db: Knex, personId: string): Promise<string | null> {
  const row = await db('persons')
    .where({ id: personId })
    .first<{ password_hash: string | null }>('password_hash');
  return row?.password_hash ?? null;
}

/** A person's passkeys in use, oldest first, as they see them. */
export async function passkeysOf(db: Knex, personId: string) {
  return db('passkeys')
    .where({ person_id: personId })
    .whereNull('removed_at')
    .orderBy('created_at')
    .select<{ id: string; label: string; created_at: Date; last_used_at: Date | null }[]>(
      'credential_id as id',
      'label',
      'created_at',
      'last_used_at',
    );
}
