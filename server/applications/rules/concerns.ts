import { applicationLifecycle } from '../lifecycle.ts';
import type { ReviewCommand, ReviewFacts } from './review-facts.ts';

const machineName: Partial<Record<ReviewCommand, keyof typeof applicationLifecycle.commands>> = {
  request_changes: 'request_changes',
  approve: 'approve',
  reject: 'reject',
  reopen: 'reopen',
};

/** Whether the command makes any sense in this state, so that only these are shown at all. */
export function concerns(command: ReviewCommand, facts: ReviewFacts): boolean {
  const row = machineName[command];
  if (row && !applicationLifecycle.commands[row].from.includes(facts.state)) return false;
  if (command === 'second' || command === 'decline_second')
    return facts.decision?.state === 'awaiting_second';
  if (command === 'undo' || command === 'send_now')
    return facts.decision?.state === 'awaiting_second' || facts.decision?.state === 'scheduled';
  if (command === 'let_claim_stand') return facts.state === 'in_review' && facts.blockingClaims.length > 0;
  if (command === 'accept_item') return facts.state === 'in_review' && facts.answeredRequests > 0;
  if (command === 'fill_sheet') return facts.state === 'in_review' && facts.reading === 'not_read';
  if (command === 'confirm_sheet') return facts.state === 'in_review' && facts.sheetBy !== null;
  if (command === 'co_sign') return facts.state === 'in_review' && facts.waitingOverrides.length > 0;
  return (command !== 'confirm_finding' && command !== 'override') || facts.state === 'in_review';
}
