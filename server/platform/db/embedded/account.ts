import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartError } from '../../start-error.ts';

/** The account PostgreSQL runs as; null means the one that runs Assay. */
export type Account = { name: string; uid: number; gid: number } | null;

// PostgreSQL refuses to run as root. Its own account is the best choice where the machine has one.
const CANDIDATES = ['postgres', '_postgres', 'nobody'];

type Entry = { name: string; uid: number; gid: number };

function passwdEntries(): Entry[] {
  try {
    const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
    return lines.flatMap((line) => {
      const [name, , uid, gid] = line.split(':');
      return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
    });
  } catch {
    return [];
  }
}

function ownerOf(path: string): number | undefined {
  try {
    return statSync(path).uid;
  } catch {
    return undefined;
  }
}

/**
 * Chooses the account for a data folder that may exist already: its owner when Assay runs as root.
 * Throws StartError when the folder belongs to somebody this account cannot act for.
 */
export function chooseAccount(dataFolder: string): Account {
  const self = process.getuid?.() ?? 0;
  const owner = ownerOf(dataFolder);
  if (self !== 0) {
    if (owner === undefined || owner === self) return null;
    throw new StartError(
      `The database in ${dataFolder} belongs to another account (${owner}): start Assay as that account or as root.`,
    );
  }
  const entries = passwdEntries();
  const found =
    owner === undefined || owner === 0
      ? CANDIDATES.map((name) => entries.find((entry) => entry.name === name)).find((entry) => entry)
      : (entries.find((entry) => entry.uid === owner) ?? { name: String(owner), uid: owner, gid: owner });
  if (!found) {
    throw new StartError(
      'PostgreSQL cannot run as root and this machine has neither a "postgres" nor a "nobody" account: start Assay as an ordinary account or set DATABASE_URL.',
    );
  }
  return found;
}

function mayEnter(folder: string, account: { uid: number; gid: number }): boolean {
  const { mode, uid, gid } = statSync(folder);
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

/** Whether the account can pass through every folder above `path`. */
export function canReach(path: string, account: Account): boolean {
  if (account === null) return true;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (!mayEnter(folder, account)) return false;
    if (folder === dirname(folder)) return true;
  }
}
