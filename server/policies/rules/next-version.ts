import type { Change } from './diff.ts';

/**
 * The number of a changed book. What is asked and how it weighs moves the major number; where only the words and tables
 * it is read by changed (`wording`: pointer prefixes), the minor one.
 */
export function nextVersion(
  published: string,
  changes: readonly Change[],
  wording: readonly string[],
): string {
  const [major = 1, minor = 0] = published.split('.').map(Number);
  if (changes.length === 0) return published;
  const only = changes.every(({ pointer }) =>
    wording.some((prefix) => pointer === prefix || pointer.startsWith(`${prefix}/`)),
  );
  return only ? `${major}.${minor + 1}` : `${major + 1}.0`;
}
