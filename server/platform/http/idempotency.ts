import type { Knex } from 'knex';
import { Problem } from '../../kernel/problem.ts';
import { canonical, sha256 } from '../digest.ts';

export interface StoredReply {
  status: number;
  reply: unknown;
}

export interface IdempotencyKey {
  owner: string;
  key: string;
  requestDigest: string;
}

/** The key as it is stored: bound to its owner, method, path and body, so that nobody else's key collides (trust 14). */
export function idempotencyKey(
  owner: string,
  key: string,
  method: string,
  path: string,
  body: unknown,
): IdempotencyKey {
  if (!/^[\x21-\x7e]{1,200}$/.test(key))
    throw new Problem('malformed_request', { reason: 'idempotency_key' });
  return { owner, key: sha256(key), requestDigest: sha256(canonical([method, path, body])) };
}

/**
 * Takes the key for this transaction, or gives the stored reply of an earlier one.
 * Throws `key_in_flight` while another transaction has it, `key_reused` for another request under it (trust 13).
 */
export async function takeKey(trx: Knex.Transaction, key: IdempotencyKey): Promise<StoredReply | undefined> {
  const lock = await trx.raw<{ rows: { had: boolean }[] }>(
    'select pg_try_advisory_xact_lock(hashtextextended(?, 7)) as had',
    [`${key.owner} ${key.key}`],
  );
  if (!lock.rows[0]?.had) throw new Problem('key_in_flight');
  const stored = await trx('idempotency_keys')
    .where({ owner: key.owner, key_digest: key.key })
    .whereRaw("created_at > assay_now() - interval '24 hours'")
    .first('request_digest', 'status', 'reply');
  if (!stored) return undefined;
  if (stored.request_digest !== key.requestDigest) throw new Problem('key_reused');
  return { status: stored.status, reply: stored.reply };
}

/** Keeps the reply in the transaction of its effect. `withhold` names members that must not be kept (secrets shown once). */
export async function keepReply(
  trx: Knex.Transaction,
  key: IdempotencyKey,
  kept: StoredReply,
  withhold: readonly string[] = [],
): Promise<void> {
  const reply =
    withhold.length > 0 && typeof kept.reply === 'object' && kept.reply !== null
      ? Object.fromEntries(Object.entries(kept.reply).filter(([name]) => !withhold.includes(name)))
      : kept.reply;
  await trx('idempotency_keys')
    .insert({
      owner: key.owner,
      key_digest: key.key,
      request_digest: key.requestDigest,
      status: kept.status,
      reply: JSON.stringify(reply),
      created_at: trx.raw('assay_now()'),
    })
    .onConflict(['owner', 'key_digest'])
    .merge();
}
