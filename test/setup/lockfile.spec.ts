import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Entry = { version?: string; optionalDependencies?: Record<string, string> };

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));
const packages = read('package-lock.json').packages as Record<string, Entry>;

function isLocked(from: string, name: string): boolean {
  for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))) {
    if (packages[`${place === '' ? '' : `${place}/`}node_modules/${name}`]?.version) return true;
    if (place === '') return false;
  }
}

describe('the lockfile', () => {
  it('names the optional packages of every platform, else npm refuses a clean install', () => {
    const missing = Object.entries(packages).flatMap(([place, entry]) =>
      Object.keys(entry.optionalDependencies ?? {}).filter((name) => !isLocked(place, name)),
    );
    expect(missing).toEqual([]);
  });

  it('holds what package.json asks for, exactly', () => {
    const wanted = read('package.json');
    for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies']) {
      expect(read('package-lock.json').packages['']).toHaveProperty(kind, wanted[kind]);
      for (const version of Object.values<string>(wanted[kind]))
        expect(version).not.toMatch(/^[\^~*]|latest/);
    }
  });
});
