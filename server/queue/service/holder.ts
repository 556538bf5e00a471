import { Problem } from '../../kernel/problem.ts';
import type { Uow } from '../../platform/uow.ts';
import { type InvolvementPart, whyNot } from '../rules/eligibility.ts';
import { addInvolvement, standingOf } from '../store/involvement.ts';
import { lockWorkItem, touchWorkItem, type WorkItemRecord } from '../store/work-items.ts';
import { deadlinesInForce } from './deadlines.ts';

type Person = Extract<Uow['actor'], { kind: 'person' }>;

/** The person who acts. Throws `forbidden` for any other kind of actor. */
export function personOf(uow: Uow): Person {
  if (uow.actor.kind !== 'person') throw new Problem('forbidden');
  return uow.actor;
}

/** The item locked, at the version the person saw. Throws `not_found`, `stale_version`. */
export async function lockAt(uow: Uow, id: string, version: number): Promise<WorkItemRecord> {
  const item = await lockWorkItem(uow, id);
  if (!item) throw new Problem('not_found');
  if (item.version !== version) throw new Problem('stale_version', { version: item.version });
  return item;
}

/** Throws `not_holder` unless this person holds it, saying which way is open: to take it over, or to claim what nobody holds. */
export function refuseUnlessHolder(item: WorkItemRecord, personId: string): void {
  if (item.holder_id === personId) return;
  throw new Problem('not_holder', {
    item_id: item.id,
    holder_id: item.holder_id,
    state: item.state,
    take_over: item.holder_id !== null,
    claim: item.state === 'waiting',
  });
}

/** Throws `own_involvement` where an earlier part or a conflict of interest keeps this person from the item. */
export async function refuseUnlessEligible(
  uow: Uow,
  item: Pick<WorkItemRecord, 'kind' | 'subject_id' | 'party_key'>,
  person: { id: string; roles: Person['roles'] },
): Promise<void> {
  const standing = await standingOf(uow, person.id, item.subject_id, item.party_key);
  const why = whyNot(item.kind, person.roles, { ...standing, preferredOther: false });
  if (why === 'role') throw new Problem('forbidden');
  if (why) throw new Problem('own_involvement', { why });
}

export const leaseFrom = (now: Date, minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

/** Activity on a subject renews the lease of whoever acts, where they hold its item; versions stay. */
export async function renewLease(uow: Uow, item: WorkItemRecord): Promise<Date | null> {
  if (item.state !== 'claimed') return null;
  const { book } = await deadlinesInForce(uow);
  const until = leaseFrom(await uow.now(), book.lease.minutes);
  await touchWorkItem(uow, item.id, { lease_until: until });
  return until;
}

/** Writes down what the acting person did on a subject: it keeps them from second looks. */
export const involve = (uow: Uow, subjectId: string, part: InvolvementPart): Promise<void> =>
  addInvolvement(uow, subjectId, personOf(uow).id, part);
