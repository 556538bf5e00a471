// Plain JavaScript, because the set-up script shares it and has to run before the TypeScript runtime is there.
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const HEARTBEAT_MS = 5_000;
const SILENT_MS = 60_000;
const POLL_MS = 100;

// A process that ended but was never collected by its parent still answers to signals.
function isZombie(pid) {
  try {
    return /\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** True while a process of that id runs, whoever owns it. */
export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return !isZombie(pid);
}

function readHolder(path) {
  try {
    return Number.parseInt(readFileSync(path, 'utf8'), 10);
  } catch {
    return undefined;
  }
}

function silentFor(path) {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

function tryCreate(path) {
  try {
    writeFileSync(path, `${process.pid}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

// A holder that was just creating its file has written no id yet; its heartbeat age tells it from a dead one.
function isStale(path) {
  const age = silentFor(path);
  const holder = readHolder(path);
  if (holder === undefined || Number.isNaN(holder)) return age > HEARTBEAT_MS;
  return !isAlive(holder) || age > SILENT_MS;
}

// Removing a dead holder's file is itself guarded, else two waiters could each remove the other's fresh lock.
function takeOver(path) {
  const guard = `${path}.takeover`;
  if (!tryCreate(guard)) {
    if (silentFor(guard) > HEARTBEAT_MS) rmSync(guard, { force: true });
    return;
  }
  try {
    if (isStale(path)) rmSync(path, { force: true });
  } finally {
    rmSync(guard, { force: true });
  }
}

/**
 * Runs `work` while holding the lock file; a lock left by a dead process is taken over.
 * `onWait` is called once when somebody else holds it.
 */
export async function withFileLock(path, work, onWait) {
  mkdirSync(dirname(path), { recursive: true });
  let told = false;
  while (!tryCreate(path)) {
    if (isStale(path)) {
      takeOver(path);
      continue;
    }
    if (!told) {
      told = true;
      onWait?.();
    }
    await sleep(POLL_MS);
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    try {
      utimesSync(path, now, now);
    } catch {
      // The folder was removed under us; the work itself will say so.
    }
  }, HEARTBEAT_MS);
  heartbeat.unref();
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    if (readHolder(path) === process.pid) rmSync(path, { force: true });
  }
}
