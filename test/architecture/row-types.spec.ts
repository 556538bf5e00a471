import pg from 'pg';
import { expect, it } from 'vitest';
import { rowTypes } from '../../scripts/row-types.ts';
import { freshDatabase } from '../support/postgres.ts';

it('holds the row types of the server to the migrated database; `npm run tables` makes them anew', async () => {
  const database = await freshDatabase();
  const client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  try {
    await expect(await rowTypes(client)).toMatchFileSnapshot('../../server/platform/tables.gen.ts');
  } finally {
    await client.end();
    await database.drop();
  }
});
