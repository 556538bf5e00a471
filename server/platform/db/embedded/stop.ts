import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../../file-lock.mjs';

const POLL_MS = 50;

async function endedWithin(pid: number, ms: number): Promise<boolean> {
  const until = Date.now() + ms;
  while (isAlive(pid)) {
    if (Date.now() > until) return false;
    await sleep(POLL_MS);
  }
  return true;
}

/** Fast shutdown: sessions are ended, everything is written; after half a minute without that, at once. */
export async function stopPostmaster(pid: number): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (!isAlive(pid)) return;
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await endedWithin(pid, patience)) return;
  }
}
