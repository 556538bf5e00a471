import { readFileSync } from 'node:fs';
import type { Ground } from './support/ground.ts';
import { saturate } from './support/load.ts';
import { startServer } from './support/server.ts';

function residentMb(pid: number): number {
  const found = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(found?.[1] ?? 0) / 1024;
}

/** Asks until the process says that it is ready. */
async function answered(url: string): Promise<void> {
  for (;;) {
    const reply = await fetch(`${url}/readyz`).catch(() => undefined);
    await reply?.text();
    if (reply?.ok) return;
    await new Promise((done) => setTimeout(done, 10));
  }
}

/** Hundredths of a second of processor time so far. */
const used = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return Number(fields[11]) + Number(fields[12]);
};

/** Waits until a process has been all but idle for a second: a fresh load leaves the worker events to seal. */
async function quiet(pid: number): Promise<void> {
  for (let second = 0; second < 120; second += 1) {
    const before = used(pid);
    await new Promise((done) => setTimeout(done, 1_000));
    if (used(pid) - before < 10) return;
  }
}

/** Installed and migrated: process start to the first answer; budget 0.9 s beside the database's own start. */
export async function startToFirstAnswer(ground: Ground): Promise<string[]> {
  const times: number[] = [];
  for (let round = 0; round < 6; round += 1) {
    const from = performance.now();
    const server = await startServer('whole', ground.env);
    await answered(server.url);
    times.push(performance.now() - from);
    await new Promise((done) => setTimeout(done, 1_500));
    await server.stop();
  }
  const middle = times.slice(1).sort((a, b) => a - b)[2] ?? 0;
  return [
    `start to first answer: ${(middle / 1000).toFixed(2)} s (budget 0.9 s: ${middle <= 900 ? 'met' : 'NOT met'})`,
  ];
}

export async function memory(ground: Ground): Promise<string[]> {
  const { cookie } = await ground.person('reviewer');
  const server = await startServer('whole', ground.env);
  await answered(server.url);
  await quiet(server.pid);
  const idle = residentMb(server.pid);
  await saturate(`${server.url}/api/work-items`, { cookie });
  const loaded = residentMb(server.pid);
  await server.stop();
  return [
    `memory of web and worker in one process: idle ${idle.toFixed(0)} MB (budget 130: ${idle <= 130 ? 'met' : 'NOT met'}), loaded ${loaded.toFixed(0)} MB (budget 300: ${loaded <= 300 ? 'met' : 'NOT met'})`,
  ];
}
