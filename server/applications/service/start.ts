import { issueLink, type OpenedPortal, openLink } from '../../access/service/portal-links.ts';
import { record } from '../../audit/record.ts';
import type { Uow } from '../../platform/uow.ts';
import type { Locale } from '../schema/form.ts';
import { insertApplication } from '../store/applications.ts';
import { putDraft } from '../store/drafts.ts';

/** Days a link to a draft lives; as long as the draft itself may lie untouched. */
export const draftDays = 90;

export interface StartedApplication {
  id: string;
  /** The token of the return link; it is shown once and kept nowhere. */
  token: string;
  portal: OpenedPortal;
}

/** Begins an empty draft with its return link, already opened for the browser that asks (M2). */
export async function startApplication(
  uow: Uow,
  input: { locale: Locale; email?: string | undefined },
): Promise<StartedApplication> {
  const id = uow.id();
  await insertApplication(uow, { id, state: 'draft', source: 'portal', locale: input.locale });
  const document = input.email ? { responsible_person: { email: input.email } } : {};
  await putDraft(uow, id, document, 1);
  const token = await issueLink(uow, { purpose: 'draft', subjectId: id, days: draftDays });
  await record(uow, {
    type: 'application.started',
    subject: { kind: 'application', id, version: 1 },
    data: { locale: input.locale },
  });
  return { id, token, portal: await openLink(uow, token) };
}
