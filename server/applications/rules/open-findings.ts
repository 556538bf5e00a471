/** A criterion the text leaves open or contradicts. */
export const isGap = (verdict: string): boolean => verdict === 'missing' || verdict === 'contradicted';

/**
 * The core gaps and blocking flags of a reading that no person has judged on their own evidence yet (M7). Judged is
 * confirmed or put aside: a finding that was put aside stands in nobody's way, and no reason can rest on it.
 */
export function openFindings(
  found: { coreGaps: readonly string[]; blockingFlags: readonly string[] },
  judged: readonly { finding: string }[],
): string[] {
  const done = new Set(judged.map(({ finding }) => finding));
  return [
    ...found.coreGaps.map((id) => `criterion:${id}`),
    ...found.blockingFlags.map((id) => `flag:${id}`),
  ].filter((finding) => !done.has(finding));
}
