import { Agent, request } from 'node:http';
import type { Load } from './load.ts';

export interface Call {
  path: string;
  headers: Record<string, string>;
  body: string;
}

function send(agent: Agent, base: URL, call: Call): Promise<number> {
  return new Promise((done, fail) => {
    const req = request(
      {
        agent,
        host: base.hostname,
        port: base.port,
        path: call.path,
        method: 'POST',
        headers: { 'content-type': 'application/json', ...call.headers },
      },
      (res) => {
        res.resume();
        res.on('end', () => done(res.statusCode ?? 0));
      },
    );
    req.on('error', fail);
    req.end(call.body);
  });
}

/**
 * `clients` at once, each sending one write after the other until the time is over or `next` has no more.
 * Counts only successes; anything else is an error of the round.
 */
export async function drive(
  url: string,
  clients: number,
  next: (client: number) => Call | null,
  seconds = Number(process.env.BENCH_SECONDS ?? 4),
): Promise<Load> {
  const base = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const times: number[] = [];
  let errors = 0;
  const from = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (performance.now() - from < seconds * 1000) {
        const call = next(client);
        if (!call) return;
        const sent = performance.now();
        const status = await send(agent, base, call);
        if (status >= 200 && status < 300) times.push(performance.now() - sent);
        else errors += 1;
      }
    }),
  );
  const elapsed = (performance.now() - from) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10;
  return { perSecond: times.length / elapsed, p50: at(0.5), p99: at(0.99), errors };
}
