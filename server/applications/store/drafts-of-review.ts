import type { Uow } from '../../platform/uow.ts';
import type { DraftKind } from '../schema/review.ts';

/** Keeps what a person is writing about an application: one draft per person and kind, whoever holds the item. */
export async function putReviewDraft(
  uow: Uow,
  applicationId: string,
  personId: string,
  kind: DraftKind,
  content: unknown,
): Promise<Date> {
  const now = await uow.now();
  await uow
    .trx('review_drafts')
    .insert({
      application_id: applicationId,
      person_id: personId,
      kind,
      content: JSON.stringify(content),
      updated_at: now,
    })
    .onConflict(['application_id', 'person_id', 'kind'])
    .merge();
  return now;
}

export async function dropReviewDrafts(
  uow: Uow,
  applicationId: string,
  personId: string,
  kinds: readonly DraftKind[],
): Promise<void> {
  await uow
    .trx('review_drafts')
    .where({ application_id: applicationId, person_id: personId })
    .whereIn('kind', [...kinds])
    .delete();
}
