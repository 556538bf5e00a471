import { record } from '../../audit/record.ts';
import { step } from '../../kernel/machine.ts';
import type { Uow } from '../../platform/uow.ts';
import { closeItem, restoreItem } from '../../queue/service/close-item.ts';
import { applicationLifecycle } from '../lifecycle.ts';
import { decisionLifecycle } from '../rules/decision-states.ts';
import { changeApplication } from '../store/applications.ts';
import { moveDecision } from '../store/decisions.ts';
import { reviewFor } from './review-facts.ts';

/**
 * Takes a decision back before it is final: the application is in review again, its work item back with whoever decided,
 * with its old deadline, and no letter leaves. Throws `blocked` once it is final.
 */
export async function undo(
  uow: Uow,
  id: string,
  version: number,
  reason: string | undefined,
): Promise<number> {
  const { application, decision, person } = await reviewFor(uow, id, version, 'undo');
  if (!decision) throw new Error('a decision to undo was not found');
  const now = await uow.now();
  const state = step(decisionLifecycle, decision.state, 'undo');
  const command = decision.kind === 'approve' ? 'undo_approval' : 'undo_rejection';
  const moved = decision.state === 'scheduled';
  const change = moved
    ? { state: step(applicationLifecycle, application.state, command), decided_at: null }
    : {};
  await moveDecision(uow, decision, { state, closed_at: now, closed_by: person.id });
  const next = await changeApplication(uow, application, change, 'people');
  await closeItem(uow, id, 'second_decision');
  await restoreItem(uow, decision.restore.item_id, decision.restore.holder_id);
  await record(uow, {
    type: 'application.decision_undone',
    subject: { kind: 'application', id, version: next },
    data: {
      decision_id: decision.id,
      kind: decision.kind,
      from: application.state,
      to: change.state ?? application.state,
    },
    ...(reason?.trim() ? { texts: { reason } } : {}),
  });
  return next;
}
