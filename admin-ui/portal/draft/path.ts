/** The value at "case_studies.1.figures.icp.size"; undefined where the way ends early. */
export function valueAt(root: unknown, path: string): unknown {
  let value = root;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** A copy with the value put there; parts beside the way stay the same objects. Numbers in a path count entries. */
export function withValue<T>(root: T, path: string, value: unknown): T {
  const [key = '', ...rest] = path.split('.');
  const next = rest.length === 0 ? value : withValue(valueAt(root, key), rest.join('.'), value);
  if (Array.isArray(root) || (root === undefined && /^\d+$/.test(key))) {
    const list: unknown[] = Array.isArray(root) ? [...root] : [];
    list[Number(key)] = next;
    return list as T;
  }
  return { ...(root as object), [key]: next } as T;
}

/** The JSON pointer of a field error as a path: "/document/case_studies/1/title" is "case_studies.1.title". */
export function pathOf(pointer: string): string {
  const parts = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (parts[0] === 'document') parts.shift();
  return parts.join('.');
}

/** Whether a path is the other or lies within it. */
export const within = (path: string, part: string): boolean => path === part || path.startsWith(`${part}.`);
