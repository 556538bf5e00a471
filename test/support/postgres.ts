import { asSuperuser, atDatabase } from './cluster.ts';

export type TestDatabase = {
  /** assay_owner: for migrations and for looking behind the application's back. */
  adminUrl: string;
  /** assay_app: what the application under test connects with. */
  appUrl: string;
  drop: () => Promise<void>;
};

let made = 0;

function fromRun(name: string): string {
  const value = process.env[name];
  if (!value)
    throw new Error(
      `${name} is not set: run this test through vitest.config.ts, whose project starts PostgreSQL.`,
    );
  return value;
}

async function create(template: string | undefined): Promise<TestDatabase> {
  made += 1;
  const name = `test_${fromRun('ASSAY_TEST_RUN')}_${process.pid}_${made}_${Date.now().toString(36)}`;
  const superUrl = atDatabase(fromRun('ASSAY_TEST_SUPER_URL'), 'postgres');
  const copy = template === undefined ? '' : `template ${template} strategy file_copy`;
  await asSuperuser(superUrl, (client) => client.query(`create database ${name} owner assay_owner ${copy}`));
  if (template === undefined) {
    await asSuperuser(atDatabase(superUrl, name), (client) =>
      client.query('alter schema public owner to assay_owner'),
    );
  }
  return {
    adminUrl: atDatabase(fromRun('ASSAY_TEST_ADMIN_URL'), name),
    appUrl: atDatabase(fromRun('ASSAY_TEST_APP_URL'), name),
    drop: async () => {
      await asSuperuser(superUrl, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** A database of its own with every migration done, cloned from the template of this run. */
export function freshDatabase(): Promise<TestDatabase> {
  return create(fromRun('ASSAY_TEST_TEMPLATE'));
}

/** A database of its own without a single table: for tests of the migrations themselves. */
export function emptyDatabase(): Promise<TestDatabase> {
  return create(undefined);
}
