import { defineMachine } from '../kernel/machine.ts';

/** CHECK of applications.state; a test holds the two together. */
export const applicationStates = [
  'draft',
  'submitted',
  'in_review',
  'changes_requested',
  'approved',
  'rejected',
  'withdrawn',
  'lapsed',
] as const;
export type ApplicationState = (typeof applicationStates)[number];

export const applicationCommands = [
  'save',
  'save_answer',
  'submit',
  'start_review',
  'request_changes',
  'resubmit',
  'lapse',
  'approve',
  'reject',
  'undo_approval',
  'undo_rejection',
  'withdraw',
  'reopen',
  'erase',
] as const;
export type ApplicationCommand = (typeof applicationCommands)[number];

/** The applicant acts through the portal, machines through intake, people on the desk, the system in jobs. */
export type ApplicationActor = 'applicant' | 'machine' | 'desk' | 'system';

/**
 * The way of an application (M1-M16): approve and reject move at the decision; until it is final, undoing returns to review,
 * and an applicant who withdraws meanwhile undoes it, as they are told that it is still being reviewed.
 * `rejected` is reopened by appeal or by an officer on new evidence.
 */
export const applicationLifecycle = defineMachine<ApplicationState, ApplicationCommand, ApplicationActor>({
  name: 'application',
  states: applicationStates,
  initial: 'draft',
  commands: {
    save: { from: ['draft'], to: 'draft', who: ['applicant'] },
    save_answer: { from: ['changes_requested'], to: 'changes_requested', who: ['applicant'] },
    submit: { from: ['draft'], to: 'submitted', who: ['applicant', 'machine'], guard: 'complete' },
    start_review: { from: ['submitted'], to: 'in_review', who: ['system'] },
    request_changes: { from: ['in_review'], to: 'changes_requested', who: ['desk'], guard: 'rounds_left' },
    resubmit: {
      from: ['changes_requested'],
      to: 'submitted',
      who: ['applicant'],
      guard: 'asked_items_answered',
    },
    lapse: { from: ['changes_requested'], to: 'lapsed', who: ['system'], guard: 'past_due' },
    approve: { from: ['in_review'], to: 'approved', who: ['desk'], guard: 'approval_offered' },
    reject: { from: ['in_review'], to: 'rejected', who: ['desk'], guard: 'findings_confirmed' },
    undo_approval: { from: ['approved'], to: 'in_review', who: ['desk'], guard: 'not_final' },
    undo_rejection: { from: ['rejected'], to: 'in_review', who: ['desk'], guard: 'not_final' },
    withdraw: {
      from: ['draft', 'submitted', 'in_review', 'changes_requested'],
      to: 'withdrawn',
      who: ['applicant'],
    },
    reopen: { from: ['rejected'], to: 'in_review', who: ['desk'], guard: 'new_evidence' },
    erase: { from: ['draft'], to: 'withdrawn', who: ['system'], guard: 'untouched_ninety_days' },
  },
});

export const rescoreStates = ['running', 'done', 'overtaken'] as const;

/** Open work is read again by a new book until all of it is, or until a newer book comes into force. */
export const rescoreLifecycle = defineMachine({
  name: 'rescore',
  states: rescoreStates,
  initial: 'running',
  commands: {
    finish: { from: ['running'], to: 'done', who: ['system'] },
    overtake: { from: ['running'], to: 'overtaken', who: ['system'] },
  },
});
