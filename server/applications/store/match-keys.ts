import { hmac } from '../../platform/digest.ts';
import type { Uow } from '../../platform/uow.ts';
import type { MatchKey } from '../rules/match-keys.ts';

/** The digest a value is found again by; the value itself is not kept. */
export const matchDigest = (uow: Uow, key: MatchKey): string =>
  hmac(uow.hmacKey.key, `${key.kind}\n${key.value}`);

/** Adds what is new among the keys; those of earlier revisions stay. */
export async function addMatchKeys(
  uow: Uow,
  applicationId: string,
  keys: readonly MatchKey[],
): Promise<void> {
  if (keys.length === 0) return;
  await uow
    .trx('application_match_keys')
    .insert(
      keys.map((key) => ({ application_id: applicationId, kind: key.kind, digest: matchDigest(uow, key) })),
    )
    .onConflict()
    .ignore();
}
