import { issueLink } from '../../access/service/portal-links.ts';
import { record } from '../../audit/record.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Uow } from '../../platform/uow.ts';
import type { ApplicationForm, Locale } from '../schema/form.ts';
import { applicationByExternalId, insertApplication } from '../store/applications.ts';
import { fileFirst, type PortalState } from './submit.ts';

/** Days the applicant's status link lives. */
export const statusDays = 180;

/**
 * Takes a complete application from a machine: begun and submitted at once. An external id is its sender's
 * own name: throws `conflict` naming the application to which the same key gave it before.
 */
export async function takeIn(
  uow: Uow,
  input: { source: 'api' | 'import'; externalId?: string | undefined; locale: Locale; form: ApplicationForm },
): Promise<PortalState & { token: string }> {
  const apiKeyId = uow.actor.kind === 'api_key' ? uow.actor.id : null;
  const draft = await insertApplication(uow, {
    id: uow.id(),
    state: 'draft',
    source: input.source,
    locale: input.locale,
    external_id: input.externalId ?? null,
    api_key_id: apiKeyId,
  });
  if (!draft) {
    const earlier = await applicationByExternalId(uow, input.source, apiKeyId, input.externalId ?? '');
    throw new Problem('conflict', { reason: 'external_id', application_id: earlier?.id ?? null });
  }
  await record(uow, {
    type: 'application.started',
    subject: { kind: 'application', id: draft.id, version: 1 },
    data: { locale: input.locale },
  });
  const state = await fileFirst(uow, draft, input.form);
  const token = await issueLink(uow, { purpose: 'status', subjectId: draft.id, days: statusDays });
  return { ...state, token };
}
