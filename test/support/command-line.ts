import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { generateKeys } from '../../server/platform/keys.ts';
import type { TestDatabase } from './postgres.ts';

const main = fileURLToPath(new URL('../../server/cli/main.ts', import.meta.url));

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the command line as a process of its own, with nothing of this one's environment but the path. */
export function runCommand(args: string[], env: Record<string, string> = {}, input = ''): Promise<Ran> {
  const child = spawn(process.execPath, [main, ...args], { env: { PATH: process.env.PATH, ...env } });
  let [out, err] = ['', ''];
  child.stdout.on('data', (part) => {
    out += part;
  });
  child.stderr.on('data', (part) => {
    err += part;
  });
  child.stdin.end(input);
  return new Promise((done) => child.on('close', (code) => done({ code, out, err })));
}

const keys = generateKeys('t1').trim().replaceAll('\n', ',');

/** The settings of an installation over this database. */
export const settingsOf = (database: TestDatabase): Record<string, string> => ({
  DATABASE_URL: database.appUrl,
  DATABASE_ADMIN_URL: database.adminUrl,
  ASSAY_KEYS: keys,
  PUBLIC_URL: 'https://desk.example',
});

export const jsonLines = (text: string): Record<string, unknown>[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
