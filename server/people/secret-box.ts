import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Keys } from '../platform/keys.ts';

const version = 1;

/** Seals a secret with AES-256-GCM under the current personal-data key, bound to its owner. */
export function seal(keys: Keys, owner: string, secret: Buffer): Buffer {
  const id = Buffer.from(keys.personal.id);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keys.personal.key, nonce);
  cipher.setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Buffer.concat([Buffer.from([version, id.length]), id, nonce, cipher.getAuthTag(), sealed]);
}

/** Opens what `seal` made for the same owner, also under an older key. Throws where it was altered or the key is gone. */
export function unseal(keys: Keys, owner: string, box: Buffer): Buffer {
  const idLength = box[1] ?? 0;
  const id = box.subarray(2, 2 + idLength).toString();
  const key = [keys.personal, ...keys.older.personal].find((known) => known.id === id);
  if (box[0] !== version || !key)
    throw new Error(`no personal-data key "${id}" to open a second factor with`);
  const from = 2 + idLength;
  const decipher = createDecipheriv('aes-256-gcm', key.key, box.subarray(from, from + 12));
  decipher.setAAD(Buffer.from(owner));
  decipher.setAuthTag(box.subarray(from + 12, from + 28));
  return Buffer.concat([decipher.update(box.subarray(from + 28)), decipher.final()]);
}
