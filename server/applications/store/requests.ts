import type { Uow } from '../../platform/uow.ts';
import type { ApplicationRow } from './applications.ts';

export interface NewRequest {
  application_id: string;
  round: number;
  item: string;
  words: string;
  requested_by: string;
  revision_before: number;
}

export async function insertRequests(uow: Uow, requests: readonly NewRequest[], at: Date): Promise<void> {
  await uow
    .trx('change_requests')
    .insert(requests.map((one) => ({ id: uow.id(), ...one, state: 'open', requested_at: at })));
}

/** Accepts one answered request; false where there is no such request waiting for it. */
export async function acceptRequest(
  uow: Uow,
  applicationId: string,
  requestId: string,
  personId: string,
): Promise<string | undefined> {
  const [row] = await uow
    .trx('change_requests')
    .where({ id: requestId, application_id: applicationId, state: 'answered' })
    .update({ state: 'accepted', accepted_by: personId, accepted_at: await uow.now() })
    .returning('item');
  return row?.item;
}

export async function countAnswered(uow: Uow, applicationId: string): Promise<number> {
  const row = await uow
    .trx('change_requests')
    .where({ application_id: applicationId, state: 'answered' })
    .count<{ n: number }[]>('* as n');
  return Number(row[0]?.n ?? 0);
}

const waiting = (uow: Uow) =>
  uow
    .trx<ApplicationRow>('applications')
    .where({ state: 'changes_requested' })
    .orderBy('changes_due_at')
    .limit(200)
    .forUpdate()
    .skipLocked();

/** Applications whose applicant is due a reminder: fewer sent than instants passed, each instant days before the due time. */
export async function dueReminders(uow: Uow, daysBefore: readonly number[]): Promise<ApplicationRow[]> {
  if (daysBefore.length === 0) return [];
  const passed = daysBefore
    .map(() => '(changes_due_at - make_interval(days => ?) <= assay_now())::int')
    .join(' + ');
  return waiting(uow)
    .whereRaw('changes_due_at > assay_now()')
    .whereRaw(`reminded < ${passed}`, [...daysBefore])
    .select('*') as unknown as Promise<ApplicationRow[]>;
}

export async function pastDue(uow: Uow): Promise<ApplicationRow[]> {
  return waiting(uow).whereRaw('changes_due_at <= assay_now()').select('*') as unknown as Promise<
    ApplicationRow[]
  >;
}
