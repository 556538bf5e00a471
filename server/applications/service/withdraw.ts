import { record } from '../../audit/record.ts';
import { step } from '../../kernel/machine.ts';
import type { Uow } from '../../platform/uow.ts';
import { closeItem } from '../../queue/service/close-item.ts';
import { applicationLifecycle } from '../lifecycle.ts';
import { decisionLifecycle } from '../rules/decision-states.ts';
import { type ApplicationRow, changeApplication } from '../store/applications.ts';
import { closeRequests } from '../store/asked-items.ts';
import { lockDecision, moveDecision } from '../store/decisions.ts';
import { draftOf } from '../store/drafts.ts';
import { formOf } from '../store/revisions.ts';
import { blankDraft } from './erase-drafts.ts';
import { lockOwn, stepOwn } from './own-application.ts';
import type { PortalState } from './submit.ts';
import { writeLetter } from './write-letter.ts';

/**
 * The applicant withdraws: work on it ends; their links go on opening the page, which then only tells how it stands. What
 * was typed in a draft and never sent is erased in the same moment: nobody has a reason to keep it.
 */
export async function withdrawOwn(uow: Uow, input: { reason?: string | undefined }): Promise<PortalState> {
  const application = await undoDecision(uow, await lockOwn(uow));
  const state = await stepOwn(uow, application, 'withdraw');
  const submitted = application.revision > 0;
  const person = submitted
    ? (await formOf(uow, application.id, application.revision)).responsible_person
    : (await draftOf(uow, application.id))?.document.responsible_person;
  const version = await changeApplication(
    uow,
    application,
    { state, changes_due_at: null, decided_at: null },
    'people',
  );
  await closeRequests(uow, application.id, 'lapsed');
  await closeItem(uow, application.id);
  const letterId = person?.email
    ? await writeLetter(
        uow,
        application,
        submitted ? 'withdrawn' : 'draft_withdrawn',
        submitted ? { name: person.name ?? '' } : { to: person.email },
      )
    : null;
  if (!submitted) await blankDraft(uow, application.id);
  await record(uow, {
    type: 'application.withdrawn',
    subject: { kind: 'application', id: application.id, version },
    data: { from: application.state, letter_id: letterId },
    ...(input.reason ? { texts: { reason: input.reason } } : {}),
  });
  return {
    id: application.id,
    number: application.number,
    state,
    created_at: application.created_at,
    version,
  };
}

/**
 * A decision that is not final has nothing left to decide: the applicant was told that their application is still looked
 * at, so they may withdraw, and the decision is undone with its letter unsent. Gives the application as it stands then.
 */
async function undoDecision(uow: Uow, application: ApplicationRow): Promise<ApplicationRow> {
  const decision = await lockDecision(uow, application.id);
  if (decision?.state !== 'awaiting_second' && decision?.state !== 'scheduled') return application;
  const state = step(decisionLifecycle, decision.state, 'undo');
  await moveDecision(uow, decision, { state, closed_at: await uow.now() });
  const command = decision.kind === 'approve' ? 'undo_approval' : 'undo_rejection';
  const back =
    decision.state === 'scheduled'
      ? step(applicationLifecycle, application.state, command)
      : application.state;
  await record(uow, {
    type: 'application.decision_undone',
    subject: { kind: 'application', id: application.id },
    data: { decision_id: decision.id, kind: decision.kind, from: application.state, to: back },
  });
  return { ...application, state: back };
}
