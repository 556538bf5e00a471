import { Problem } from '../../kernel/problem.ts';
import type { Uow } from '../../platform/uow.ts';

export async function insertKey(
  uow: Uow,
  key: { id: string; name: string; scopes: readonly string[]; digest: string; hint: string },
): Promise<void> {
  await uow.trx('api_keys').insert({
    id: key.id,
    name: key.name,
    scopes: [...key.scopes],
    key_digest: key.digest,
    hint: key.hint,
    created_by: uow.actor.kind === 'person' ? uow.actor.id : null,
  });
}

/** The key with its row locked. Throws `not_found`. */
export async function lockKey(
  uow: Uow,
  id: string,
): Promise<{ id: string; revoked_at: Date | null; version: number }> {
  const row = await uow
    .trx('api_keys')
    .where({ id })
    .forUpdate()
    .first<{ id: string; revoked_at: Date | null; version: number } | undefined>(
      'id',
      'revoked_at',
      'version',
    );
  if (!row) throw new Problem('not_found');
  return row;
}

export async function markKeyRevoked(uow: Uow, id: string, version: number): Promise<number> {
  const changed = await uow
    .trx('api_keys')
    .where({ id, version })
    .update({ revoked_at: await uow.now(), version: version + 1 });
  if (changed !== 1) throw new Problem('stale_version', { version });
  return version + 1;
}
