import type { Knex } from 'knex';
import type { Config } from './config.ts';
import type { FilesStore } from './files-store.ts';
import type { LiveHub } from './live.ts';
import type { Mailer } from './mailer.ts';
import type { RunUow } from './uow.ts';

/** What a process holds open: built once at start, handed to routes and jobs. */
export interface Services {
  config: Config;
  /** The pool of `assay_app`. */
  db: Knex;
  /** A replica where one is configured, else `db`; analytics and exports only. */
  readDb: Knex;
  run: RunUow;
  files: FilesStore;
  live: LiveHub;
  /** Null without SMTP_URL: letters are kept and read in the console. */
  mailer: Mailer | null;
}
