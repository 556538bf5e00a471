const numberOf = (id: string) => BigInt(`0x${id.replaceAll('-', '')}`);
const idOf = (value: bigint) =>
  value
    .toString(16)
    .padStart(32, '0')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** `count` ids evenly spaced from the first to the last; ids begin with their time, so this spreads over time. */
export function placesBetween(first: string, last: string, count: number): string[] {
  const from = numberOf(first);
  const span = numberOf(last) - from;
  return Array.from({ length: count }, (_, index) =>
    idOf(from + (span * BigInt(index)) / BigInt(Math.max(1, count - 1))),
  );
}
