import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from './client.ts';

const script = fileURLToPath(new URL('./mortal-server.ts', import.meta.url));

export interface SecondProcess {
  child: ChildProcess;
  client(headers?: Record<string, string>): Client;
  alive(): boolean;
  /** Waits for its end; fails when it does not come within ten seconds. */
  ended(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A server in a process of its own, which a test may kill. A request with the header `x-die` kills it: `before-commit`
 * once every statement ran, `before-reply` once the transaction is through.
 */
export async function startSecondProcess(env: Record<string, string>): Promise<SecondProcess> {
  const varDir = await mkdtemp(join(tmpdir(), 'assay-second-'));
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
    env: { PATH: process.env.PATH ?? '', ASSAY_LOG: 'silent', ...env, ASSAY_TEST_VAR: varDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const said = await Promise.race([once(child.stdout, 'data'), ended.then(() => undefined)]);
  if (said === undefined) throw new Error('the second process ended before it listened');
  const url = `http://127.0.0.1:${String(said[0]).trim()}`;
  return {
    child,
    client: (headers) => new Client(url, headers ? { headers } : {}),
    alive: () => child.exitCode === null && child.signalCode === null,
    async ended() {
      const late = new Promise<never>((_, fail) =>
        setTimeout(() => fail(new Error('the second process lives on')), 10_000).unref(),
      );
      await Promise.race([ended, late]);
    },
    async stop() {
      child.kill('SIGKILL');
      await ended;
      await rm(varDir, { recursive: true, force: true });
    },
  };
}
