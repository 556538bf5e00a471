import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { StartError } from '../../start-error.ts';
import type { Version } from './binaries.ts';
import { giveTo, type Place } from './place.ts';

/** Passwords of the three roles: the superuser is used by the supervisor alone. */
export type Credentials = { superuser: string; owner: string; app: string };

/** An address of the cluster for one role and database. */
export function addressOf(role: string, password: string, port: number, database: string): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
}

/** Options for a program of the cluster: as its account, in a folder it may enter, in no foreign locale. */
export function programOptions(place: Place) {
  const as = place.account === null ? {} : { uid: place.account.uid, gid: place.account.gid };
  const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
  return { ...as, cwd: place.account === null ? place.home : '/', env };
}

/** Reads the passwords, or makes them for a cluster that does not exist yet. */
export function readCredentials(dataDir: string, place: Place): Credentials {
  const path = join(dataDir, 'credentials.json');
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Credentials;
  if (existsSync(place.data)) {
    throw new StartError(
      `The database in ${place.data} has lost its passwords (${path}): restore that file from the backup.`,
    );
  }
  const secret = () => randomBytes(24).toString('base64url');
  const made = { superuser: secret(), owner: secret(), app: secret() };
  writeFileSync(path, `${JSON.stringify(made)}\n`, { mode: 0o600 });
  return made;
}

function runInitdb(place: Place, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const options = programOptions(place);
    const child = spawn(join(place.native, 'bin', 'initdb'), args, {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-4_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) =>
      reject(
        new StartError(
          `PostgreSQL could not be run here (${error.message}): set DATABASE_URL to use another one.`,
        ),
      ),
    );
    child.on('close', (code) => {
      const reason =
        output
          .trim()
          .split('\n')
          .findLast((line) => line.includes('error')) ?? output.trim();
      if (code === 0) resolve();
      else reject(new StartError(`PostgreSQL could not make its data folder ${place.data}: ${reason}`));
    });
  });
}

/** Makes the data folder once. It appears under its name only when complete, so a killed start leaves none. */
export async function initialise(
  place: Place,
  version: Version,
  superuser: string,
  fast: boolean,
): Promise<void> {
  if (existsSync(place.data)) {
    const found = readFileSync(join(place.data, 'PG_VERSION'), 'utf8').trim();
    if (found !== String(version)) {
      throw new StartError(
        `The database in ${place.data} was made by PostgreSQL ${found} and this is ${version}: see "Upgrade" in docs/operations.md.`,
      );
    }
    return;
  }
  const workshop = join(place.home, 'unfinished');
  rmSync(workshop, { recursive: true, force: true });
  mkdirSync(workshop, { mode: 0o700 });
  const passwordFile = join(workshop, 'password');
  writeFileSync(passwordFile, superuser, { mode: 0o600 });
  giveTo(workshop, place.account);
  const unfinished = join(workshop, 'data');
  // The built-in provider sorts by code point the same way on every machine; PostgreSQL 15 has only ICU for that.
  const locale =
    version === 18
      ? ['--locale-provider=builtin', '--locale=C.UTF-8']
      : ['--locale-provider=icu', '--icu-locale=und', '--locale=C'];
  await runInitdb(place, [
    '--pgdata',
    unfinished,
    '--username',
    'postgres',
    '--encoding',
    'UTF8',
    ...locale,
    '--auth',
    'scram-sha-256',
    '--pwfile',
    passwordFile,
    '--no-instructions',
    ...(fast ? ['--no-sync'] : []),
  ]);
  renameSync(unfinished, place.data);
  rmSync(workshop, { recursive: true, force: true });
}

async function query(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** Makes the two roles and the database; run at every start, because a killed first start may have left half. */
export async function ensureRoles(port: number, credentials: Credentials): Promise<void> {
  const at = (database: string) => addressOf('postgres', credentials.superuser, port, database);
  await query(at('postgres'), async (client) => {
    for (const [role, password] of [
      ['assay_owner', credentials.owner],
      ['assay_app', credentials.app],
    ] as const) {
      const known = await client.query('select 1 from pg_roles where rolname = $1', [role]);
      if (known.rowCount === 0) {
        await client.query(`create role ${role} login password ${client.escapeLiteral(password)}`);
      }
    }
    const known = await client.query("select 1 from pg_database where datname = 'assay'");
    if (known.rowCount === 0) await client.query('create database assay owner assay_owner');
  });
  await query(at('assay'), async (client) => {
    await client.query('alter schema public owner to assay_owner');
    await client.query('revoke all on database assay from public');
    await client.query('grant connect on database assay to assay_app');
  });
}
