/** One difference between two books: what stood at a place and what stands there now. */
export interface Change {
  /** RFC 6901; a member of a list of named things is addressed by its id. */
  pointer: string;
  /** Undefined where the place is new, or gone. */
  before?: unknown;
  after?: unknown;
}

const escaped = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1');
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The id a member of a list is known by, so that moving it is no change. */
const nameOf = (value: unknown): string | null =>
  isObject(value) && typeof value.id === 'string' ? value.id : null;

function named(list: readonly unknown[]): Map<string, unknown> | null {
  const map = new Map<string, unknown>();
  for (const one of list) {
    const name = nameOf(one);
    if (name === null || map.has(name)) return null;
    map.set(name, one);
  }
  return map;
}

const plain = (list: readonly unknown[]) => list.every((one) => typeof one !== 'object' || one === null);

function compareLists(
  before: readonly unknown[],
  after: readonly unknown[],
  at: string,
  out: Change[],
): void {
  const left = named(before);
  const right = named(after);
  if (left && right && left.size + right.size > 0) {
    walk(Object.fromEntries(left), Object.fromEntries(right), at, out);
    return;
  }
  if (plain(before) && plain(after)) {
    // Long lists of words read best as what went and what came.
    const gone = before.filter((one) => !after.includes(one));
    const come = after.filter((one) => !before.includes(one));
    if (gone.length + come.length > 0) out.push({ pointer: at, before: gone, after: come });
    else if (JSON.stringify(before) !== JSON.stringify(after)) out.push({ pointer: at, before, after });
    return;
  }
  for (let index = 0; index < Math.max(before.length, after.length); index += 1)
    walk(before[index], after[index], `${at}/${index}`, out);
}

function walk(before: unknown, after: unknown, at: string, out: Change[]): void {
  if (Array.isArray(before) && Array.isArray(after)) compareLists(before, after, at, out);
  else if (isObject(before) && isObject(after))
    for (const key of [...new Set([...Object.keys(before), ...Object.keys(after)])])
      walk(before[key], after[key], `${at}/${escaped(key)}`, out);
  else if (before !== after) out.push({ pointer: at || '/', before, after });
}

/** Every difference between two books but their version number, in the order of the book. */
export function changesBetween(before: unknown, after: unknown): Change[] {
  const out: Change[] = [];
  walk(before, after, '', out);
  return out.filter(({ pointer }) => pointer !== '/version');
}
