import { Problem } from '../../kernel/problem.ts';

/** Uploads on their way at once: in all, and for one sender's address or one subject, so that nobody takes every place. */
const inAll = 64;
const forOne = 6;
/** Bytes of uploads on their way that are held in memory together. */
const heldMax = 96 * 1024 * 1024;

const taken = new Map<string, number>();
let all = 0;
let held = 0;

/** Counts what arrives. Throws `unavailable` when all uploads on their way together hold too much. */
export type Holds = (bytes: number) => void;

/**
 * Runs the reception of one upload under each of these names (an address, a subject). Throws `too_many_requests` when one of
 * them has as many on their way as one may, `unavailable` when the process has.
 */
export async function inPlace<T>(
  names: readonly string[],
  receive: (holds: Holds) => Promise<T>,
): Promise<T> {
  if (names.some((name) => (taken.get(name) ?? 0) >= forOne))
    throw new Problem('too_many_requests', { seconds: 10 });
  if (all >= inAll) throw new Problem('unavailable', { reason: 'uploads' });
  all += 1;
  for (const name of names) taken.set(name, (taken.get(name) ?? 0) + 1);
  let own = 0;
  try {
    return await receive((bytes) => {
      own += bytes;
      held += bytes;
      if (held > heldMax) throw new Problem('unavailable', { reason: 'uploads' });
    });
  } finally {
    held -= own;
    all -= 1;
    for (const name of names) {
      const left = (taken.get(name) ?? 1) - 1;
      if (left > 0) taken.set(name, left);
      else taken.delete(name);
    }
  }
}
