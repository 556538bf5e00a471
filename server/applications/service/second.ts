import type { z } from 'zod';
import { record } from '../../audit/record.ts';
import { step } from '../../kernel/machine.ts';
import type { Uow } from '../../platform/uow.ts';
import { finishItem, reopenItem } from '../../queue/service/close-item.ts';
import { involve } from '../../queue/service/holder.ts';
import { applicationLifecycle } from '../lifecycle.ts';
import { decisionLifecycle } from '../rules/decision-states.ts';
import type { secondBody } from '../schema/review.ts';
import { changeApplication } from '../store/applications.ts';
import { moveDecision } from '../store/decisions.ts';
import { scheduleFinal } from './decide.ts';
import { heldItem, reviewFor } from './review-facts.ts';

/**
 * The second of two people looks at a decision against the band: agreeing schedules it, declining gives the application
 * back to the queue, kept for its first decider. Nobody seconds what they worked on.
 */
export async function second(
  uow: Uow,
  id: string,
  version: number,
  input: z.output<typeof secondBody>,
): Promise<number> {
  const review = await reviewFor(uow, id, version, input.agree ? 'second' : 'decline_second');
  const { application, decision, person } = review;
  if (!decision) throw new Error('a decision that waits was not found');
  const item = heldItem(review, 'second_decision');
  const now = await uow.now();
  const state = step(decisionLifecycle, decision.state, input.agree ? 'agree' : 'decline');
  const by = { second_by: person.id, second_at: now };
  if (input.agree) {
    const to = step(applicationLifecycle, application.state, decision.kind);
    const final_at = await scheduleFinal(uow, id, now);
    await moveDecision(uow, decision, { state, ...by, final_at });
    const next = await changeApplication(uow, application, { state: to, decided_at: now }, 'people');
    await involve(uow, id, 'seconded');
    await finishItem(uow, item);
    await record(uow, {
      type: decision.kind === 'approve' ? 'application.approved' : 'application.rejected',
      subject: { kind: 'application', id, version: next },
      data: {
        decision_id: decision.id,
        kind: decision.kind,
        from: application.state,
        to,
        decided_by: decision.decided_by,
        final_at: final_at.toISOString(),
      },
    });
    return next;
  }
  await moveDecision(uow, decision, { state, ...by, closed_at: now, closed_by: person.id });
  const next = await changeApplication(uow, application, {}, 'people');
  await involve(uow, id, 'seconded');
  await finishItem(uow, item);
  await reopenItem(uow, decision.restore.item_id, decision.decided_by);
  await record(uow, {
    type: 'application.second_declined',
    subject: { kind: 'application', id, version: next },
    data: { decision_id: decision.id, kind: decision.kind },
    texts: { reason: input.reason },
  });
  return next;
}
