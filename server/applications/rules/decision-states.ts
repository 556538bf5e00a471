import { defineMachine } from '../../kernel/machine.ts';

/** CHECK of decisions.state; a test holds the two together. */
export const decisionStates = ['awaiting_second', 'scheduled', 'final', 'undone', 'declined'] as const;
export type DecisionState = (typeof decisionStates)[number];
export type DecisionCommand = 'agree' | 'decline' | 'undo' | 'finalise';

/** The way of a decision: a second person where it needs one, minutes in which it can be undone, then finality. */
export const decisionLifecycle = defineMachine<
  DecisionState,
  DecisionCommand,
  'desk' | 'applicant' | 'system'
>({
  name: 'decision',
  states: decisionStates,
  initial: 'awaiting_second',
  commands: {
    agree: { from: ['awaiting_second'], to: 'scheduled', who: ['desk'], guard: 'another_person' },
    decline: { from: ['awaiting_second'], to: 'declined', who: ['desk'], guard: 'another_person' },
    undo: {
      from: ['awaiting_second', 'scheduled'],
      to: 'undone',
      who: ['desk', 'applicant'],
      guard: 'before_final',
    },
    finalise: { from: ['scheduled'], to: 'final', who: ['desk', 'system'], guard: 'final_at_reached' },
  },
});
