import type { ApplicationDrafts } from '../../platform/tables.gen.ts';
import type { Uow } from '../../platform/uow.ts';
import type { ApplicationDraft } from '../schema/draft.ts';

export type DraftRow = ApplicationDrafts & { document: ApplicationDraft };

export async function draftOf(uow: Uow, applicationId: string): Promise<DraftRow | undefined> {
  return uow.trx<DraftRow>('application_drafts').where({ application_id: applicationId }).first();
}

/** Keeps the document as typed. The application's row is locked, so that saves are counted without gaps. */
export async function putDraft(
  uow: Uow,
  applicationId: string,
  document: ApplicationDraft,
  saves: number,
): Promise<Date> {
  const now = await uow.now();
  await uow
    .trx('application_drafts')
    .insert({ application_id: applicationId, document: JSON.stringify(document), saved_at: now, saves })
    .onConflict('application_id')
    .merge(['document', 'saved_at', 'saves']);
  return now;
}

/** Blanks the document; the row stays and says when. */
export async function eraseDraft(uow: Uow, applicationId: string): Promise<void> {
  await uow
    .trx('application_drafts')
    .where({ application_id: applicationId })
    .update({ document: '{}', erased_at: await uow.now() });
}
