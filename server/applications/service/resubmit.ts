import { record } from '../../audit/record.ts';
import { Problem } from '../../kernel/problem.ts';
import { canonical } from '../../platform/digest.ts';
import type { Uow } from '../../platform/uow.ts';
import { itemValue, withAnswers } from '../rules/items.ts';
import { summaryOf } from '../rules/summary.ts';
import type { ApplicationDraft } from '../schema/draft.ts';
import { changeApplication } from '../store/applications.ts';
import { closeRequests, openRequests } from '../store/asked-items.ts';
import { draftOf, putDraft } from '../store/drafts.ts';
import { formOf } from '../store/revisions.ts';
import { acceptForm } from './accept-form.ts';
import { completeForm } from './complete-form.ts';
import { lockOwn, stepOwn } from './own-application.ts';
import { requireSaves } from './save.ts';
import type { PortalState } from './submit.ts';

/**
 * The applicant's answer to asked changes: exactly the asked items are taken, whatever else the document says. Throws
 * `stale_version` with the newer text where another tab saved meanwhile, `incomplete` where the result is not complete or no asked item is different.
 */
export async function resubmitOwn(
  uow: Uow,
  input: { document: ApplicationDraft; saves: number },
): Promise<PortalState> {
  const application = await lockOwn(uow);
  const state = await stepOwn(uow, application, 'resubmit');
  const kept = await draftOf(uow, application.id);
  requireSaves(kept, input.saves);
  const asked = (await openRequests(uow, application.id)).map((request) => request.item);
  const before = await formOf(uow, application.id, application.revision);
  const answered = withAnswers(before, input.document, asked);
  const form = await completeForm(uow, application.id, answered);
  const changed = asked.filter(
    (item) => canonical(itemValue(form, item)) !== canonical(itemValue(before, item)),
  );
  if (changed.length === 0)
    throw new Problem(
      'incomplete',
      { missing: asked.length },
      { fields: asked.map((item) => ({ pointer: `/${item.replaceAll('.', '/')}`, code: 'unchanged' })) },
    );
  const revision = application.revision + 1;
  await acceptForm(uow, application.id, revision, form);
  await closeRequests(uow, application.id, 'answered');
  await putDraft(uow, application.id, form, input.saves + 1);
  const version = await changeApplication(
    uow,
    application,
    { ...summaryOf(form), state, revision, changes_due_at: null, reminded: 0 },
    'people',
  );
  await record(uow, {
    type: 'application.resubmitted',
    subject: { kind: 'application', id: application.id, version },
    data: { revision, round: application.round, items: changed },
  });
  return {
    id: application.id,
    number: application.number,
    state,
    created_at: application.created_at,
    version,
  };
}
