import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Source {
  /** Path from the root, with slashes. */
  path: string;
  lines: number;
  text: string;
  /** Paths from the root of the project's own files it imports. */
  imports: string[];
  /** Names of packages it imports. */
  packages: string[];
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s[^'";]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g;

function read(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  const found = [...text.matchAll(importPattern)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
  const own = found.filter((name) => name.startsWith('.'));
  return {
    path,
    text,
    lines: text.split('\n').length - 1,
    imports: own.map((name) =>
      relative(root, resolve(root, dirname(path), name))
        .split('\\')
        .join('/'),
    ),
    packages: found.filter((name) => !name.startsWith('.')),
  };
}

/** Every TypeScript source below a folder. */
export function sourcesIn(folder: string): Source[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => posix.join(relative(root, entry.parentPath).split('\\').join('/'), entry.name))
    .map(read);
}
