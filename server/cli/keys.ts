import { generateKeys } from '../platform/keys.ts';

export const help = 'keys [ID]                         print a fresh set for ASSAY_KEYS; needs no database';

/** Exit 0 with three lines on stdout, 1 when the id could not stand in ASSAY_KEYS. */
export function run(args: string[]): Promise<number> {
  const id = args[0] ?? `k${new Date().toISOString().slice(0, 10).replaceAll('-', '')}`;
  if (!/^[A-Za-z0-9_-]{1,40}$/.test(id)) {
    console.error('keys: an id has letters, digits, "-" and "_" only, at most 40 of them.');
    return Promise.resolve(1);
  }
  process.stdout.write(generateKeys(id));
  return Promise.resolve(0);
}
