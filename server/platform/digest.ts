import { createHash, createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Lower-case hex SHA-256. */
export const sha256 = (value: string | Buffer): string => createHash('sha256').update(value).digest('hex');

/** Lower-case hex HMAC-SHA-256. */
export const hmac = (key: Buffer | string, value: string): string =>
  createHmac('sha256', key).update(value).digest('hex');

/** The same for many values under one key of at most 64 bytes: its two pads are laid out once. */
export function hmacWith(key: Buffer): (value: string) => string {
  const block = Buffer.alloc(64);
  key.copy(block);
  const inner = Buffer.from(block.map((byte) => byte ^ 0x36));
  const outer = Buffer.concat([block.map((byte) => byte ^ 0x5c), Buffer.alloc(32)]);
  return (value) => {
    hash('sha256', Buffer.concat([inner, Buffer.from(value)]), 'buffer').copy(outer, 64);
    return hash('sha256', outer, 'hex');
  };
}

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
