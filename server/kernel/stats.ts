/**
 * A share with the range the true one lies in at 95 % (Wilson score interval): exact enough for small counts, never
 * outside 0 to 1. Without any case nothing is known: 0 to 1.
 */
export function wilson(hits: number, cases: number): { share: number; low: number; high: number } {
  if (cases === 0) return { share: 0, low: 0, high: 1 };
  const z = 1.959964;
  const share = hits / cases;
  const base = 1 + z ** 2 / cases;
  const middle = (share + z ** 2 / (2 * cases)) / base;
  const reach = (z * Math.sqrt((share * (1 - share)) / cases + z ** 2 / (4 * cases ** 2))) / base;
  return { share, low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
}
