import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { isAlive } from '../../file-lock.mjs';
import { StartError } from '../../start-error.ts';
import { addressOf, programOptions } from './cluster.ts';
import type { Place } from './place.ts';

export type Running = { pid: number; port: number };

const POLL_MS = 50;
const PATIENCE_MS = 300_000;
const LOG_LIMIT_BYTES = 10_000_000;

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '120',
  shared_buffers: '256MB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  effective_cache_size: '1GB',
  random_page_cost: '1.1',
  max_wal_size: '2GB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
};

// A cluster that is thrown away after a test run need not survive a power cut.
const FAST = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '128MB',
  max_connections: '300',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

type Options = {
  place: Place;
  password: string;
  logFile: string;
  fast: boolean;
  log: (line: string) => void;
};

function recorded(place: Place): Running | undefined {
  const file = join(place.data, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

// A process id may have gone to another program since; where /proc tells, it decides.
function isPostmaster(pid: number, place: Place): boolean {
  if (!isAlive(pid)) return false;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(place.data);
  } catch {
    return true;
  }
}

async function answers(port: number, options: Options): Promise<boolean> {
  const connectionString = addressOf('postgres', options.password, port, 'postgres');
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query('show data_directory');
    return rows[0].data_directory === options.place.data;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function untilReady(running: Running, options: Options): Promise<boolean> {
  const started = Date.now();
  let told = false;
  while (isPostmaster(running.pid, options.place)) {
    if (await answers(running.port, options)) return true;
    const waited = Date.now() - started;
    if (waited > 5_000 && !told) {
      told = true;
      options.log('PostgreSQL is recovering from an interrupted run; waiting for it ...');
    }
    if (waited > PATIENCE_MS) {
      throw new StartError(
        `PostgreSQL (process ${running.pid}) does not answer: end that process and start again.`,
      );
    }
    await sleep(POLL_MS);
  }
  return false;
}

/** The postmaster of this place when one runs and answers. */
export async function findRunning(options: Options): Promise<Running | undefined> {
  const running = recorded(options.place);
  if (running === undefined || !isAlive(running.pid)) return undefined;
  if (!isPostmaster(running.pid, options.place)) {
    rmSync(join(options.place.data, 'postmaster.pid'), { force: true });
    return undefined;
  }
  return (await untilReady(running, options)) ? running : undefined;
}

function isFree(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}

function lastWords(logFile: string, since: number): string {
  const text = readFileSync(logFile, 'utf8').slice(since);
  const fatal = text.split('\n').filter((line) => /FATAL|PANIC|error while loading|HINT/.test(line));
  return (fatal.at(-1) ?? text.trim().split('\n').at(-1) ?? '').replace(/^.*?(FATAL|PANIC|HINT):\s*/, '');
}

async function launch(port: number, options: Options): Promise<Running | string> {
  const { place, logFile } = options;
  const tooLong = existsSync(logFile) && statSync(logFile).size > LOG_LIMIT_BYTES;
  const output = openSync(logFile, tooLong ? 'w' : 'a', 0o600);
  const since = statSync(logFile).size;
  const settings = Object.entries({ ...SETTINGS, ...(options.fast ? FAST : {}) });
  const args = [
    '-D',
    place.data,
    '-p',
    String(port),
    ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const child = spawn(join(place.native, 'bin', 'postgres'), args, {
    ...programOptions(place),
    // Its own session: an interrupt typed at the terminal is for Assay, which stops PostgreSQL last.
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  const failure = new Promise<string>((resolve) => child.once('error', (error) => resolve(error.message)));
  child.unref();
  if (child.pid === undefined) return failure;
  const running = { pid: child.pid, port };
  return (await untilReady(running, options)) ? running : lastWords(logFile, since);
}

/**
 * Starts the postmaster detached, on `wanted` when that port is free and else on any other. Throws StartError
 * with PostgreSQL's own reason when it will not run.
 */
export async function launchPostmaster(wanted: number | undefined, options: Options): Promise<Running> {
  let reason = '';
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const port = (wanted && attempt < 2 ? await isFree(wanted) : undefined) ?? (await isFree(0));
    if (port === undefined) break;
    const outcome = await launch(port, options);
    if (typeof outcome !== 'string') return outcome;
    reason = outcome;
    // Children of a killed postmaster take a moment to leave, and a port can be taken in between.
    await sleep(300 * (attempt + 1));
  }
  throw new StartError(
    `PostgreSQL could not start (${reason}): see ${options.logFile}, or set DATABASE_URL.`,
  );
}
