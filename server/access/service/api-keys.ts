import { randomInt } from 'node:crypto';
import { record } from '../../audit/record.ts';
import { Problem } from '../../kernel/problem.ts';
import { newToken, sha256 } from '../../platform/digest.ts';
import type { Uow } from '../../platform/uow.ts';
import { keyScopes } from '../schema.ts';
import { insertKey, lockKey, markKeyRevoked } from '../store/api-keys.ts';

const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
const newHint = (): string => Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('');

/**
 * Makes an API key and returns it whole, this once: `assay_<hint>_<secret>`, of which only a digest is kept.
 * Throws `invalid_input` for a name or scope that cannot be.
 */
export async function createKey(
  uow: Uow,
  given: { name: string; scopes: readonly string[] },
): Promise<{ id: string; key: string }> {
  const name = given.name.trim();
  if (name === '' || name.length > 80)
    throw new Problem('invalid_input', {}, { fields: [{ pointer: '/name', code: 'invalid' }] });
  const known: readonly string[] = keyScopes;
  if (given.scopes.length === 0 || given.scopes.some((scope) => !known.includes(scope)))
    throw new Problem('invalid_input', {}, { fields: [{ pointer: '/scopes', code: 'invalid' }] });
  const id = uow.id();
  const hint = newHint();
  const key = `assay_${hint}_${newToken()}`;
  await insertKey(uow, { id, name, scopes: given.scopes, digest: sha256(key), hint });
  await record(uow, {
    type: 'api_key.created',
    subject: { kind: 'api_key', id, version: 1 },
    data: { scopes: [...given.scopes], hint },
    texts: { name },
  });
  return { id, key };
}

/** Ends a key for good. Throws `wrong_state` where it is revoked already. */
export async function revokeKey(uow: Uow, id: string): Promise<{ id: string; version: number }> {
  const key = await lockKey(uow, id);
  if (key.revoked_at)
    throw new Problem('wrong_state', { subject: 'api_key', state: 'revoked', command: 'revoke' });
  const version = await markKeyRevoked(uow, id, key.version);
  await record(uow, { type: 'api_key.revoked', subject: { kind: 'api_key', id, version } });
  return { id, version };
}
