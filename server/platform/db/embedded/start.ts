import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isAlive, withFileLock } from '../../file-lock.mjs';
import { StartError } from '../../start-error.ts';
import type { Version } from './binaries.ts';
import { addressOf, ensureRoles, initialise, readCredentials } from './cluster.ts';
import { choosePlace } from './place.ts';
import { findRunning, launchPostmaster, type Running } from './postmaster.ts';
import { stopPostmaster } from './stop.ts';

export type EmbeddedOptions = {
  /** Everything about the cluster is kept here, or here is written where else it had to go. */
  dataDir: string;
  log: (line: string) => void;
  version?: Version;
  /** For tests: much faster, and lost when the machine loses power. */
  fast?: boolean;
};

export type Embedded = {
  /** assay_owner, who migrates. */
  adminUrl: string;
  /** assay_app, who serves. */
  appUrl: string;
  /** The superuser: for tests and for repairs. */
  superUrl: string;
  port: number;
  /** One line for the person when the data had to go outside the checkout. */
  note?: string;
  /** Stops PostgreSQL unless another process uses it too; call it after everything else has ended. */
  stop: () => Promise<void>;
};

const WATCH_MS = 250;

// One file per process that uses the cluster: the last one to leave stops it.
function otherUsers(folder: string): number[] {
  const pids = readdirSync(folder).map(Number);
  for (const pid of pids.filter((user) => !isAlive(user))) rmSync(join(folder, String(pid)), { force: true });
  return pids.filter((user) => user !== process.pid && isAlive(user));
}

function lastPort(file: string): number | undefined {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as Running).port;
  } catch {
    return undefined;
  }
}

function asStartError(error: unknown, dataDir: string): unknown {
  const { code, path } = error as NodeJS.ErrnoException;
  if (error instanceof StartError) return error;
  if (code === 'ENOSPC')
    return new StartError(`The disk that holds ${dataDir} is full: free some space and start again.`);
  if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') return error;
  return new StartError(
    `Assay cannot write to ${path ?? dataDir}: give this account write access, or set DATABASE_URL.`,
  );
}

/**
 * Starts the PostgreSQL that npm brought, or joins the one already running for this folder, and restarts it
 * when it dies. Throws StartError with one sentence when it cannot.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  try {
    return await start({ ...options, dataDir: resolve(options.dataDir) });
  } catch (error) {
    throw asStartError(error, options.dataDir);
  }
}

async function start({ dataDir, log, version = 18, fast = false }: EmbeddedOptions): Promise<Embedded> {
  const lock = join(dataDir, 'lock');
  const users = join(dataDir, 'users');
  const runningFile = join(dataDir, 'running.json');
  mkdirSync(users, { recursive: true });

  const bringUp = (wanted: number | undefined) =>
    withFileLock(lock, async () => {
      const place = choosePlace(dataDir, version, fast);
      const credentials = readCredentials(dataDir, place);
      await initialise(place, version, credentials.superuser, fast);
      const postmaster = {
        place,
        password: credentials.superuser,
        logFile: join(dataDir, 'postgres.log'),
        fast,
        log,
      };
      const running = (await findRunning(postmaster)) ?? (await launchPostmaster(wanted, postmaster));
      writeFileSync(runningFile, `${JSON.stringify(running)}\n`);
      await ensureRoles(running.port, credentials);
      return { place, credentials, running };
    });

  const mine = join(users, String(process.pid));
  writeFileSync(mine, '');
  const first = await bringUp(lastPort(runningFile)).catch((error) => {
    rmSync(mine, { force: true });
    throw error;
  });
  const { port } = first.running;
  let { pid } = first.running;
  let busy: Promise<void> | undefined;

  const revive = async () => {
    log('PostgreSQL has ended unexpectedly; starting it again.');
    try {
      pid = (await bringUp(port)).running.pid;
      log('PostgreSQL is back.');
    } catch (error) {
      log(error instanceof Error ? error.message : String(error));
    }
  };
  const watch = setInterval(() => {
    if (busy || isAlive(pid)) return;
    busy = revive().finally(() => {
      busy = undefined;
    });
  }, WATCH_MS);
  watch.unref();

  // A process that ends without stop(), by an error of its own, must not leave a database nobody uses.
  const abandon = () => {
    rmSync(mine, { force: true });
    if (otherUsers(users).length === 0 && isAlive(pid)) process.kill(pid, 'SIGINT');
  };
  process.once('exit', abandon);

  const stop = async () => {
    process.off('exit', abandon);
    clearInterval(watch);
    await busy;
    rmSync(mine, { force: true });
    await withFileLock(lock, async () => {
      if (otherUsers(users).length > 0) return;
      await stopPostmaster(pid);
      rmSync(runningFile, { force: true });
    });
  };

  const url = (role: string, password: string) => addressOf(role, password, port, 'assay');
  return {
    adminUrl: url('assay_owner', first.credentials.owner),
    appUrl: url('assay_app', first.credentials.app),
    superUrl: url('postgres', first.credentials.superuser),
    port,
    ...(first.place.note === undefined ? {} : { note: first.place.note }),
    stop,
  };
}
