import { Problem } from '../../kernel/problem.ts';
import type { Uow } from '../../platform/uow.ts';
import { personOf, renewLease } from '../../queue/service/holder.ts';
import { queueStanding } from '../../queue/service/holders-of.ts';
import type { DraftKind } from '../schema/review.ts';
import { applicationExists } from '../store/applications.ts';
import { dropReviewDrafts, putReviewDraft } from '../store/drafts-of-review.ts';

/** Keeps what the person is writing; it outlives their claim. Writing is activity: the holder's lease runs anew. */
export async function saveDraft(uow: Uow, id: string, kind: DraftKind, content: unknown): Promise<Date> {
  const person = personOf(uow);
  if (!(await applicationExists(uow, id))) throw new Problem('not_found');
  const { items } = await queueStanding(uow, id);
  for (const item of Object.values(items)) if (item.holder_id === person.id) await renewLease(uow, item);
  return putReviewDraft(uow, id, person.id, kind, content);
}

export async function discardDraft(uow: Uow, id: string, kind: DraftKind): Promise<void> {
  await dropReviewDrafts(uow, id, personOf(uow).id, [kind]);
}
