import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const whole = fileURLToPath(new URL('../../server/main.ts', import.meta.url));
const compiled = fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url));
const serve = fileURLToPath(new URL('./serve.ts', import.meta.url));

/** The first address a process says it answers at. */
async function addressIn(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const found = /http:\/\/[\w.]+:\d+/.exec(line)?.[0];
    if (found) return found;
  }
  throw new Error('the server process ended before it answered');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

export interface Running {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/** Starts `serve.ts` as a process of its own: `ours` is the web side, `whole` all of it as `npm start` runs it (given back before it answers), `limit` is node:http with pg and the given SQL. */
export async function startServer(
  kind: 'ours' | 'whole' | 'limit',
  env: NodeJS.ProcessEnv,
  plan?: unknown,
): Promise<Running> {
  const script = kind === 'whole' ? [whole] : [serve, kind];
  const port = kind === 'whole' ? await freePort() : 0;
  const child: ChildProcess = spawn(process.execPath, script, {
    // As `npm start` sets it: the first start fills it, the later ones are those measured.
    env: {
      ...env,
      NODE_COMPILE_CACHE: compiled,
      PORT: String(port),
      BENCH_PLAN: JSON.stringify(plan ?? null),
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!child.stdout || !child.pid) throw new Error('the server process did not start');
  const lines = createInterface({ input: child.stdout });
  const url = port > 0 ? `http://localhost:${port}` : await addressIn(lines);
  child.stdout.resume();
  return {
    url,
    pid: child.pid,
    async stop() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
