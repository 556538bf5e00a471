import { withDatabase } from './with-database.ts';

export const help = 'migrate   bring the tables, rule books and norms up to date, without serving';

/** Needs DATABASE_ADMIN_URL with an external database; the embedded one is started for it. */
export async function run(): Promise<number> {
  return withDatabase(async ({ db }) => {
    const { rows } = await db.raw<{ rows: { mode: string }[] }>('select mode from installation');
    console.log(`The database is up to date (${rows[0]?.mode ?? 'unknown'} installation).`);
    return 0;
  });
}
