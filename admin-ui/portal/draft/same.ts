/** Whether two documents say the same, whatever the order of their members; absent, null and undefined are alike. */
export function same(a: unknown, b: unknown): boolean {
  const left = a ?? null;
  const right = b ?? null;
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  for (const key of keys)
    if (!same((left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key])) return false;
  return true;
}
