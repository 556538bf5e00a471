import type { Uow } from '../../platform/uow.ts';

export interface AskedItem {
  id: string;
  round: number;
  item: string;
  words: string;
  requested_by: string;
  requested_at: Date;
}

/** The requests still open, in the order they were asked. */
export async function openRequests(uow: Uow, applicationId: string): Promise<AskedItem[]> {
  return uow
    .trx('change_requests')
    .where({ application_id: applicationId, state: 'open' })
    .orderBy('requested_at')
    .orderBy('id')
    .select('id', 'round', 'item', 'words', 'requested_by', 'requested_at');
}

/** Marks every open request as answered by a resubmission, or as lapsed when nothing will come any more. */
export async function closeRequests(
  uow: Uow,
  applicationId: string,
  state: 'answered' | 'lapsed',
): Promise<void> {
  await uow
    .trx('change_requests')
    .where({ application_id: applicationId, state: 'open' })
    .update(state === 'answered' ? { state, answered_at: await uow.now() } : { state });
}

/** Who asked for the changes of this round. */
export async function requesterOf(
  uow: Uow,
  applicationId: string,
  round: number,
): Promise<string | undefined> {
  const row = await uow
    .trx('change_requests')
    .where({ application_id: applicationId, round })
    .orderBy('requested_at', 'desc')
    .first('requested_by');
  return row?.requested_by;
}
