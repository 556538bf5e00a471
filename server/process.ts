import { join } from 'node:path';
import type { Knex } from 'knex';
import { type Config, readConfig } from './platform/config.ts';
import { connect } from './platform/db/connect.ts';
import { startEmbedded } from './platform/db/embedded/start.ts';
import { migrate } from './platform/db/migrate.ts';
import { openFilesStore } from './platform/files-store.ts';
import { type Jobs, openJobs } from './platform/jobs/boss.ts';
import { makeLiveHub } from './platform/live.ts';
import { openMailer } from './platform/mailer.ts';
import type { Services } from './platform/services.ts';
import { StartError } from './platform/start-error.ts';
import { makeRunUow } from './platform/uow.ts';
import { registerRoomTypes, roomJobs } from './rooms.ts';

export interface Database {
  appUrl: string;
  adminUrl: string | null;
  stop(): Promise<void>;
}

/** The embedded PostgreSQL started or adopted, or the one the settings name. */
export async function openDatabase(config: Config, say: (line: string) => void): Promise<Database> {
  if (config.database.kind === 'external')
    return {
      appUrl: config.database.appUrl,
      adminUrl: config.database.adminUrl,
      stop: async () => undefined,
    };
  const embedded = await startEmbedded({ dataDir: config.database.dataDir, log: say });
  if (embedded.note) say(embedded.note);
  return { appUrl: embedded.appUrl, adminUrl: embedded.adminUrl, stop: embedded.stop };
}

/** Brings the tables up to date where the owner's address is known, and fixes what kind of installation this is. */
export async function prepareDatabase(
  database: Database,
  config: Config,
  mode: 'real' | 'demo' | 'test',
): Promise<void> {
  const url = database.adminUrl ?? database.appUrl;
  try {
    const db = connect(url, { max: 1, applicationName: 'assay-install', quiet: true });
    try {
      await refuseOldServer(db);
      if (database.adminUrl) {
        await migrate(database.adminUrl);
        await db('installation').insert({ mode }).onConflict('singleton').ignore();
      }
      const row = await db('installation').first('mode');
      if (!row)
        throw new StartError(
          'The database has no tables yet: start once with DATABASE_ADMIN_URL so that they are made.',
        );
      if (mode === 'demo' && row.mode === 'real' && config.demo && process.env.ASSAY_DEMO)
        throw new StartError(
          'This database belongs to a real installation, which never becomes a demo: remove ASSAY_DEMO or use another database.',
        );
    } finally {
      await db.destroy();
    }
  } catch (error) {
    if (error instanceof StartError) throw error;
    const { code, message } = error as { code?: string; message: string };
    if (code === '42P01')
      throw new StartError(
        'The database has no tables yet: start once with DATABASE_ADMIN_URL so that they are made.',
      );
    if (code?.startsWith('28'))
      throw new StartError(
        'The database refuses the name or password in DATABASE_URL or DATABASE_ADMIN_URL: check both.',
      );
    if (code === '3D000')
      throw new StartError(
        'The database named in DATABASE_URL does not exist: create it, or correct the name.',
      );
    if (/ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|timeout|acquir/i.test(`${code} ${message}`))
      throw new StartError(
        'The database cannot be reached: check DATABASE_URL and that PostgreSQL is running.',
      );
    throw error;
  }
}

async function refuseOldServer(db: Knex): Promise<void> {
  const found = await db.raw<{ rows: { number: number }[] }>(
    "select current_setting('server_version_num')::int as number",
  );
  if ((found.rows[0]?.number ?? 0) < 150_000)
    throw new StartError('This PostgreSQL is older than 15: point DATABASE_URL at version 15 or newer.');
}

export interface OpenProcess {
  services: Services;
  jobs: Jobs;
  close(): Promise<void>;
}

/** Opens pools, files, jobs and the live hub for one process on a prepared database. */
export async function openServices(
  config: Config,
  database: Database,
  worker: boolean,
): Promise<OpenProcess> {
  registerRoomTypes();
  const db = connect(database.appUrl, { max: 12, applicationName: 'assay' });
  const readDb: Knex = config.readUrl
    ? connect(config.readUrl, { max: 4, applicationName: 'assay-read' })
    : db;
  const jobs = openJobs(database.appUrl, roomJobs, worker);
  const services: Services = {
    config,
    db,
    readDb,
    run: makeRunUow(db, jobs.enqueue, config.keys.hmac),
    files: await openFilesStore(config.files),
    live: makeLiveHub(db),
    mailer: openMailer(config.smtpUrl, config.mailFrom),
  };
  return {
    services,
    jobs,
    close: async () => {
      services.live.stop();
      await jobs.stop();
      if (readDb !== db) await readDb.destroy();
      await db.destroy();
    },
  };
}

/** The folder of the built console. */
export const distFolder = (config: Config): string => join(config.root, 'dist');

export { type Config, readConfig };
