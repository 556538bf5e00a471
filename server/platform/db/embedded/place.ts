import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { StartError } from '../../start-error.ts';
import { type Account, canReach, chooseAccount } from './account.ts';
import { completeLinks, copyBinaries, packagedBinaries, type Version } from './binaries.ts';

/** Where one cluster lives: its programs, its data folder and the account that owns them. */
export type Place = { native: string; data: string; home: string; account: Account; note?: string };

type Kept = { home: string };

function readKept(path: string): Kept | undefined {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Kept) : undefined;
}

/** Gives a folder and all in it to the account. */
export function giveTo(path: string, account: Account): void {
  if (account === null) return;
  chownSync(path, account.uid, account.gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) giveTo(join(path, name), account);
}

// A newer package must not go on with the programs copied from the older one.
function exactVersion(native: string): string {
  return (JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string })
    .version;
}

// A name nobody can guess, and refused when somebody was there first.
function makeHome(parent: string, account: Account): string {
  const home = join(parent, `assay-${randomBytes(6).toString('hex')}`);
  mkdirSync(parent, { recursive: true });
  mkdirSync(home, { mode: 0o700 });
  giveTo(home, account);
  return home;
}

function elsewhere(dataDir: string, native: string, account: Account, fast: boolean): Place {
  const record = join(dataDir, 'moved.json');
  let home = readKept(record)?.home;
  if (home === undefined || !existsSync(home)) {
    if (home !== undefined) {
      throw new StartError(
        `The database was kept in ${home}, which is gone: restore that folder, or delete ${dataDir} to begin anew.`,
      );
    }
    home = makeHome(fast || account === null ? tmpdir() : '/var/lib', account);
    const data = join(dataDir, 'data');
    if (existsSync(data)) {
      cpSync(data, join(home, 'data'), { recursive: true, verbatimSymlinks: true });
      chmodSync(join(home, 'data'), 0o700);
      giveTo(join(home, 'data'), account);
      rmSync(data, { recursive: true });
    }
    writeFileSync(record, `${JSON.stringify({ home })}\n`);
  }
  const copied = copyBinaries(native, join(home, `postgres-${exactVersion(native)}`));
  const who = account === null ? 'this account' : `the account "${account.name}"`;
  return {
    native: join(copied, 'native'),
    data: join(home, 'data'),
    home,
    account,
    note: `PostgreSQL runs as ${who} and cannot use this folder: its data is in ${home}.`,
  };
}

/**
 * Decides where the cluster of `dataDir` lives: inside it, or, when the account PostgreSQL has to run as
 * cannot get there, in a folder that account owns. The choice is remembered beside the data.
 */
export function choosePlace(dataDir: string, version: Version, fast: boolean): Place {
  mkdirSync(dataDir, { recursive: true });
  const native = packagedBinaries(version);
  const kept = readKept(join(dataDir, 'moved.json'));
  const account = chooseAccount(join(kept?.home ?? dataDir, 'data'));
  const reachable =
    canReach(join(native, 'bin', 'postgres'), account) &&
    canReach(join(native, 'lib', 'any'), account) &&
    canReach(join(native, 'share', 'postgresql', 'any'), account) &&
    canReach(join(dataDir, 'data'), account);
  if (kept === undefined && reachable && completeLinks(native)) {
    return { native, data: join(dataDir, 'data'), home: dataDir, account };
  }
  return elsewhere(dataDir, native, account, fast);
}

/** Removes what a place outside the checkout left behind; for clusters that live as long as one test run. */
export function removePlace(dataDir: string): void {
  const kept = readKept(join(dataDir, 'moved.json'));
  if (kept && dirname(kept.home) === tmpdir()) rmSync(kept.home, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}
