import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const serve = fileURLToPath(new URL('./serve.ts', import.meta.url));

export interface Running {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/** Starts `serve.ts` as a process of its own: `ours` is the application, `limit` is node:http with pg and the given SQL. */
export async function startServer(
  kind: 'ours' | 'limit',
  env: NodeJS.ProcessEnv,
  plan?: unknown,
): Promise<Running> {
  const child: ChildProcess = spawn(process.execPath, [serve, kind], {
    env: { ...env, PORT: '0', BENCH_PLAN: JSON.stringify(plan ?? null), NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!child.stdout || !child.pid) throw new Error('the server process did not start');
  const lines = createInterface({ input: child.stdout });
  const [url] = (await once(lines, 'line')) as [string];
  return {
    url,
    pid: child.pid,
    async stop() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
