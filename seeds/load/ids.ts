import { randomFillSync } from 'node:crypto';

const pool = Buffer.alloc(16_384);
let used = pool.length;

/** UUIDs version 7 of a past instant, in bulk: the tail is random, the head keeps rows of one time together in an index. */
export function idAt(milliseconds: number): string {
  if (used + 10 > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const tail = pool.toString('hex', used, used + 10);
  used += 10;
  const time = milliseconds.toString(16).padStart(12, '0');
  const variant = (8 + (Number.parseInt(tail.charAt(3), 16) & 3)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${tail.slice(0, 3)}-${variant}${tail.slice(4, 7)}-${tail.slice(7, 19)}`;
}
