import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { Problem } from '../kernel/problem.ts';

const cost = { memory: 47_104, passes: 1, parallelism: 1 };
const tagLength = 32;
const atOnce = 2;
// Beyond this many in line, waiting would outlast the browser's patience: better to say so at once.
const lineMax = 200;

let running = 0;
const line: (() => void)[] = [];

/** Each hash takes 46 MiB: two at a time keep memory and processors for everybody else. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (line.length >= lineMax) throw new Problem('too_many_requests', { seconds: 5 });
    await new Promise<void>((go) => line.push(go));
  } else running += 1;
  try {
    return await work();
  } finally {
    const next = line.shift();
    if (next) next();
    else running -= 1;
  }
}

function derive(password: string, nonce: Buffer, settings: typeof cost, length: number): Promise<Buffer> {
  const message = Buffer.from(password.normalize('NFKC'));
  return new Promise((done, fail) => {
    argon2('argon2id', { message, nonce, tagLength: length, ...settings }, (error, key) =>
      error ? fail(error) : done(key),
    );
  });
}

const base64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');

/** Argon2id in the PHC string form, with a fresh 16-byte salt. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await inTurn(() => derive(password, salt, cost, tagLength));
  const { memory, passes, parallelism } = cost;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(key)}`;
}

const form = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;
let nobody: Promise<string> | undefined;

/**
 * Whether the password fits the hash. Without a hash (unknown or invited person) a stand-in is checked all the same,
 * so that answer and time are those of a wrong password (trust 29).
 */
export async function passwordFits(password: string, stored: string | null): Promise<boolean> {
  nobody ??= hashPassword(randomBytes(16).toString('hex'));
  const parts = form.exec(stored ?? (await nobody));
  if (!parts) throw new Error('a stored password is not in the expected form');
  const [, memory, passes, parallelism, salt = '', key = ''] = parts;
  const settings = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const expected = Buffer.from(key, 'base64');
  const got = await inTurn(() => derive(password, Buffer.from(salt, 'base64'), settings, expected.length));
  return timingSafeEqual(got, expected) && stored !== null;
}
