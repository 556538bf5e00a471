import { claimStanding } from '../../benchmarks/service/claim-standing.ts';
import { findingsOf } from '../../compliance/service/findings-of.ts';
import type { Role } from '../../kernel/actor.ts';
import { placeholdersLeft } from '../../platform/templates.ts';
import type { Uow } from '../../platform/uow.ts';
import { personOf } from '../../queue/service/holder.ts';
import type { PreviewInput } from '../schema/review.ts';
import { lockApplication } from '../store/applications.ts';
import { formOf } from '../store/revisions.ts';
import { composeLetter } from './compose-letter.ts';

/** The role a letter names: an officer's, where the person is one. */
export const actingRole = (person: { roles: readonly Role[] }): 'reviewer' | 'compliance_officer' =>
  person.roles.includes('compliance_officer') ? 'compliance_officer' : 'reviewer';

/** The letter as it would be, and which placeholders still stand in it; nothing is kept. */
export async function previewLetter(
  uow: Uow,
  id: string,
  input: PreviewInput,
): Promise<{ subject: string; body: string; placeholders_left: string[] }> {
  const application = await lockApplication(uow, id);
  const form = await formOf(uow, id, application.revision);
  const findings = application.score_id ? await findingsOf(uow, application.score_id) : undefined;
  const claims = await claimStanding(uow, id, application.revision);
  const letter = await composeLetter(uow, application, form, {
    ...input,
    role: actingRole(personOf(uow)),
    rubricVersion: findings?.rubricVersion ?? '',
    policyIds: claims.policyVersionIds,
  });
  const left = [...placeholdersLeft(letter.subject), ...placeholdersLeft(letter.body)];
  return { subject: letter.subject, body: letter.body, placeholders_left: [...new Set(left)] };
}
