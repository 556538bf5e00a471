import type { Uow } from '../../platform/uow.ts';

/** Removes what has served its time: used codes after a day, sessions and invitations after thirty. */
export async function purgeSpent(uow: Uow): Promise<void> {
  await uow.trx('totp_uses').whereRaw("used_at < clock_timestamp() - interval '1 day'").delete();
  await uow
    .trx('sessions')
    .whereRaw("coalesce(ended_at, absolute_until) < clock_timestamp() - interval '30 days'")
    .delete();
  await uow.trx('invitations').whereRaw("expires_at < clock_timestamp() - interval '30 days'").delete();
}
