import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const LEFT_OUT = new Set(['node_modules', 'var', 'coverage', '.git']);

export type Started = {
  child: ChildProcess;
  /** Everything printed so far, by either stream. */
  output: () => string;
  errors: () => string;
  /** The address the start printed; rejects when the process ends first. */
  address: Promise<string>;
  ended: Promise<number | string>;
};

export type Checkout = {
  folder: string;
  /** `npm start` as a person types it, on any free port unless PORT is given. */
  start: (env?: Record<string, string>) => Started;
  /** Processes whose command line names this folder or the place its database was moved to. */
  processes: () => number[];
  remove: () => Promise<void>;
};

// What this very test run set must not reach the server under test.
const INHERITED =
  /^(npm_|VITEST|NODE_ENV|NODE_OPTIONS|ASSAY_|CI$|DATABASE_|PORT$|PUBLIC_URL$|FORCE_COLOR|INIT_CWD)/;

function cleanEnvironment(env: Record<string, string>): Record<string, string> {
  const kept = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined || INHERITED.test(name) ? [] : [[name, value] as const],
  );
  return { ...Object.fromEntries(kept), NO_COLOR: '1', PORT: '0', ...env };
}

function follow(child: ChildProcess): Started {
  let all = '';
  let errors = '';
  let found: (address: string) => void = () => undefined;
  let lost: (error: Error) => void = () => undefined;
  const address = new Promise<string>((resolve, reject) => {
    found = resolve;
    lost = reject;
  });
  address.catch(() => undefined);
  child.stdout?.on('data', (chunk: Buffer) => {
    all += chunk.toString();
    const ready = /ready at (http\S+)/.exec(all)?.[1];
    if (ready) found(ready);
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    all += chunk.toString();
    errors += chunk.toString();
  });
  const ended = new Promise<number | string>((resolve) => {
    child.on('close', (code, signal) => {
      lost(new Error(`ended with ${code ?? signal} before it was ready:\n${all}`));
      resolve(code ?? signal ?? 'unknown');
    });
  });
  return { child, output: () => all, errors: () => errors, address, ended };
}

function movedTo(folder: string): string | undefined {
  const record = join(folder, 'var', 'postgres', 'moved.json');
  return existsSync(record) ? (JSON.parse(readFileSync(record, 'utf8')) as { home: string }).home : undefined;
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

/**
 * A copy of this project in a folder of its own, 0700 as a private clone is. Packages are linked instead of
 * installed: what npm does with a lockfile is npm's to test, and the copy is there within a second.
 */
export function makeCheckout(options: { packages?: boolean } = {}): Checkout {
  const folder = mkdtempSync(join(tmpdir(), 'assay-checkout-'));
  cpSync(root, folder, {
    recursive: true,
    filter: (path) => !LEFT_OUT.has(relative(root, path).split('/')[0] ?? ''),
  });
  chmodSync(folder, 0o700);
  if (options.packages !== false) symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const processes = () => {
    const places = [folder, movedTo(folder)].filter((place) => place !== undefined);
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return pids.filter((pid) => places.some((place) => commandLine(pid).includes(place))).map(Number);
  };
  return {
    folder,
    start: (env = {}) =>
      follow(
        spawn('npm', ['start'], {
          cwd: folder,
          env: cleanEnvironment(env),
          stdio: ['ignore', 'pipe', 'pipe'],
        }),
      ),
    processes,
    remove: async () => {
      for (const pid of processes()) process.kill(pid, 'SIGKILL');
      const moved = movedTo(folder);
      if (moved) rmSync(moved, { recursive: true, force: true });
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
