import type { Knex } from 'knex';
import { installReferenceData } from '../install.ts';
import type { Config } from '../platform/config.ts';
import type { Services } from '../platform/services.ts';
import { openDatabase, openServices, prepareDatabase, readConfig } from '../process.ts';

export interface CommandContext {
  config: Config;
  services: Services;
  db: Knex;
  /** The address of the tables' owner, where this process knows it. */
  adminUrl: string | null;
}

/** Opens the database of this installation (starting the embedded one where needed), runs the command, closes everything. */
export async function withDatabase<T>(work: (context: CommandContext) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const database = await openDatabase(config, (line) => process.stderr.write(`${line}\n`));
  try {
    await prepareDatabase(database, config, config.demo ? 'demo' : 'real');
    const open = await openServices(config, database, false);
    try {
      await installReferenceData(open.services);
      return await work({
        config,
        services: open.services,
        db: open.services.db,
        adminUrl: database.adminUrl,
      });
    } finally {
      await open.close();
    }
  } finally {
    await database.stop();
  }
}
