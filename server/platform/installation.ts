import type { Knex } from 'knex';

export type InstallationMode = 'real' | 'demo' | 'test';

/** What kind of installation this is: chosen at the first migration, never changed. */
export async function modeOf(db: Knex): Promise<InstallationMode> {
  const found = await db.raw<{ rows: { mode: InstallationMode }[] }>('select mode from installation');
  return found.rows[0]?.mode ?? 'real';
}
