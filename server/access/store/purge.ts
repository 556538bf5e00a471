import type { Uow } from '../../platform/uow.ts';

/** Removes portal sessions that ended or ran out thirty days ago. */
export async function purgePortalSessions(uow: Uow): Promise<number> {
  return uow
    .trx('portal_sessions')
    .whereRaw("coalesce(ended_at, expires_at) < clock_timestamp() - interval '30 days'")
    .delete();
}
