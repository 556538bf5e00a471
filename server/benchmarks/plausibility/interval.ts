/** Wilson score interval of a share, as percent. `n` trials, `percent` observed, `z` the normal quantile. */
export function wilson(percent: number, n: number, z: number): { low: number; high: number } {
  const p = percent / 100;
  const centre = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return { low: 100 * Math.max(0, centre - half), high: 100 * Math.min(1, centre + half) };
}

/** Byar's approximation of the interval of a Poisson count; accurate to a few per cent from a count of 1. */
export function poisson(count: number, z: number): { low: number; high: number } {
  const limit = (n: number, sign: 1 | -1) =>
    n === 0 ? 0 : n * (1 - 1 / (9 * n) + (sign * z) / (3 * Math.sqrt(n))) ** 3;
  return { low: Math.max(0, limit(count, -1)), high: limit(count + 1, 1) };
}

/** The point of the interval nearest the norm: the norm itself when it lies inside. */
export const nearest = (low: number, high: number, norm: number): number =>
  Math.min(high, Math.max(low, norm));
