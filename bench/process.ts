import { readFileSync } from 'node:fs';
import type { Ground } from './support/ground.ts';
import { saturate } from './support/load.ts';
import { startServer } from './support/server.ts';

function residentMb(pid: number): number {
  const found = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(found?.[1] ?? 0) / 1024;
}

/** Installed and migrated: process start to the first answer; budget 0.9 s beside the database's own start. */
export async function startToFirstAnswer(ground: Ground): Promise<string[]> {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const from = performance.now();
    const server = await startServer('ours', ground.env);
    await (await fetch(`${server.url}/api/session`)).text();
    times.push(performance.now() - from);
    await server.stop();
  }
  const middle = times.sort((a, b) => a - b)[2] ?? 0;
  return [
    `start to first answer: ${(middle / 1000).toFixed(2)} s (budget 0.9 s: ${middle <= 900 ? 'met' : 'NOT met'})`,
  ];
}

export async function memory(ground: Ground): Promise<string[]> {
  const { cookie } = await ground.person('reviewer');
  const server = await startServer('ours', ground.env);
  await (await fetch(`${server.url}/api/session`)).text();
  await new Promise((done) => setTimeout(done, 1_000));
  const idle = residentMb(server.pid);
  await saturate(`${server.url}/api/work-items`, { cookie });
  const loaded = residentMb(server.pid);
  await server.stop();
  return [
    `memory of the web process: idle ${idle.toFixed(0)} MB (budget 130: ${idle <= 130 ? 'met' : 'NOT met'}), loaded ${loaded.toFixed(0)} MB (budget 300: ${loaded <= 300 ? 'met' : 'NOT met'})`,
  ];
}
