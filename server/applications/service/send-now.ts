import { record } from '../../audit/record.ts';
import type { Uow } from '../../platform/uow.ts';
import { changeApplication } from '../store/applications.ts';
import { moveDecision } from '../store/decisions.ts';
import { makeFinal } from './finalise.ts';
import { reviewFor } from './review-facts.ts';

/** Ends the minutes of undoing early: the decision is final and its letter leaves. */
export async function sendNow(uow: Uow, id: string, version: number): Promise<number> {
  const { application, decision } = await reviewFor(uow, id, version, 'send_now');
  if (!decision) throw new Error('a decision to send was not found');
  const sooner = await moveDecision(uow, decision, { final_at: await uow.now() });
  const next = await changeApplication(uow, application, {}, 'people');
  await record(uow, {
    type: 'application.sent_at_once',
    subject: { kind: 'application', id, version: next },
    data: { decision_id: decision.id },
  });
  await makeFinal(uow, application, sooner);
  return next;
}
