import { fileClaims } from '../../benchmarks/service/file-claims.ts';
import { fileStatement } from '../../compliance/service/file-statement.ts';
import type { Uow } from '../../platform/uow.ts';
import { matchKeysOf } from '../rules/match-keys.ts';
import { nearKeysOf } from '../rules/near-keys.ts';
import { sourcingParts } from '../rules/sourcing-parts.ts';
import type { ApplicationForm } from '../schema/form.ts';
import { addMatchKeys } from '../store/match-keys.ts';
import { insertRevision } from '../store/revisions.ts';

/** Files a complete form as a revision: its snapshot, its statement, its claims, and the keys earlier applicants are found by. */
export async function acceptForm(
  uow: Uow,
  applicationId: string,
  revision: number,
  form: ApplicationForm,
): Promise<void> {
  await insertRevision(uow, applicationId, revision, form, await uow.now());
  await fileStatement(uow, {
    subject: { kind: 'application', id: applicationId },
    revision,
    channels: form.offer.channels,
    regions: form.offer.regions,
    statement: form.statement,
    sourcing: sourcingParts(form.sourcing),
  });
  await fileClaims(
    uow,
    applicationId,
    revision,
    form.case_studies.map((one) => ({ caseStudyId: one.id, figures: one.figures })),
  );
  await addMatchKeys(uow, applicationId, [...matchKeysOf(form), ...nearKeysOf(form)]);
}
