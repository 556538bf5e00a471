import { Problem } from '../../kernel/problem.ts';
import type { Uow } from '../../platform/uow.ts';
import type { ApplicationForm } from '../schema/form.ts';

export async function insertRevision(
  uow: Uow,
  applicationId: string,
  revision: number,
  form: ApplicationForm,
  submittedAt: Date,
): Promise<void> {
  await uow.trx('application_revisions').insert({
    application_id: applicationId,
    revision,
    document: JSON.stringify(form),
    submitted_at: submittedAt,
  });
}

/** The form as submitted in this revision. Throws `not_found`. */
export async function formOf(uow: Uow, applicationId: string, revision: number): Promise<ApplicationForm> {
  const row = await uow
    .trx<{ application_id: string; revision: number; document: ApplicationForm }>('application_revisions')
    .where({ application_id: applicationId, revision })
    .first('document');
  if (!row) throw new Problem('not_found');
  return row.document;
}
