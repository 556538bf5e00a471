import type { Knex } from 'knex';
import { Problem } from '../../kernel/problem.ts';

/** A client address as it is counted: IPv4 whole, IPv6 by its /56, so that rotating within a prefix gains nothing (trust 31). */
export function addressKey(address: string): string {
  const plain = address.replace(/^::ffff:/, '').split('%')[0] ?? '';
  if (!plain.includes(':')) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const groups = plain.includes('::')
    ? [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
    : left;
  const prefix = groups.slice(0, 4).map((group) => Number.parseInt(group, 16) || 0);
  prefix[3] = (prefix[3] ?? 0) & 0xff00;
  return `${prefix.map((group) => group.toString(16)).join(':')}::/56`;
}

/**
 * Counts one hit in the bucket's present window, in the database so that every process shares it.
 * Throws `too_many_requests` with the seconds to wait when the window is full.
 */
export async function countHit(db: Knex, bucket: string, max: number, windowSeconds: number): Promise<void> {
  const result = await db.raw<{ rows: { hits: number; wait: number }[] }>(
    `with slot as (select to_timestamp(floor(extract(epoch from clock_timestamp()) / ?) * ?) as start)
     insert into rate_windows (bucket, window_start, hits) select ?, start, 1 from slot
     on conflict (bucket, window_start) do update set hits = rate_windows.hits + 1
     returning hits, ceil(extract(epoch from window_start + make_interval(secs => ?) - clock_timestamp()))::int as wait`,
    [windowSeconds, windowSeconds, bucket, windowSeconds],
  );
  const row = result.rows[0];
  if (row && row.hits > max) throw new Problem('too_many_requests', { seconds: Math.max(1, row.wait) });
}

/** Forgets a bucket's hits: after a success, so that somebody who finally remembered starts afresh. */
export async function clearHits(db: Knex, bucket: string): Promise<void> {
  await db('rate_windows').where({ bucket }).delete();
}
