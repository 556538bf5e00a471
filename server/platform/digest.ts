import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Lower-case hex SHA-256. */
export const sha256 = (value: string | Buffer): string => createHash('sha256').update(value).digest('hex');

/** Lower-case hex HMAC-SHA-256. */
export const hmac = (key: Buffer | string, value: string): string =>
  createHmac('sha256', key).update(value).digest('hex');

/** 256 random bits as base64url: session tokens, link tokens, API keys. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Compares two digests in constant time. */
export function sameDigest(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}

/** JSON with sorted keys, so that equal documents have equal digests. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const parts = Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`);
    return `{${parts.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
