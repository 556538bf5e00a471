import { record } from '../../audit/record.ts';
import { step } from '../../kernel/machine.ts';
import type { Uow } from '../../platform/uow.ts';
import { applicationLifecycle } from '../lifecycle.ts';
import { summaryOf } from '../rules/summary.ts';
import type { ApplicationForm } from '../schema/form.ts';
import { type ApplicationRow, changeApplication } from '../store/applications.ts';
import { draftOf } from '../store/drafts.ts';
import { acceptForm } from './accept-form.ts';
import { completeForm } from './complete-form.ts';
import { lockOwn, stepOwn } from './own-application.ts';
import { requireSaves } from './save.ts';
import { writeLetter } from './write-letter.ts';

export interface PortalState {
  id: string;
  number: number;
  state: string;
  created_at: Date;
  version: number;
}

/** Files the first revision of an application whose form is complete, with the letter of receipt. */
export async function fileFirst(
  uow: Uow,
  draft: ApplicationRow,
  form: ApplicationForm,
): Promise<PortalState> {
  const state = step(applicationLifecycle, draft.state, 'submit');
  await acceptForm(uow, draft.id, 1, form);
  const summary = summaryOf(form);
  const version = await changeApplication(
    uow,
    draft,
    { ...summary, state, revision: 1, submitted_at: await uow.now() },
    'people',
  );
  const letterId = await writeLetter(uow, { ...draft, ...summary }, 'received', {
    name: form.responsible_person.name,
  });
  await record(uow, {
    type: 'application.submitted',
    subject: { kind: 'application', id: draft.id, version },
    data: { revision: 1, source: draft.source, letter_id: letterId },
  });
  return { id: draft.id, number: draft.number, state, created_at: draft.created_at, version };
}

/** The applicant hands in their draft: with `saves`, only as their tab shows it. Throws `stale_version`, `incomplete` naming each part that is wanted, `wrong_state` once it was sent. */
export async function submitOwn(uow: Uow, input: { saves?: number | undefined } = {}): Promise<PortalState> {
  const application = await lockOwn(uow);
  await stepOwn(uow, application, 'submit');
  const draft = await draftOf(uow, application.id);
  if (input.saves !== undefined) requireSaves(draft, input.saves);
  const form = await completeForm(uow, application.id, draft?.document ?? {});
  return fileFirst(uow, application, form);
}
