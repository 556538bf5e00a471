import { defineMachine } from '../kernel/machine.ts';

/** A what-if runs in a job until it is done, somebody cancels it, or it cannot go on. */
export const whatIfLifecycle = defineMachine({
  name: 'what_if',
  states: ['running', 'done', 'cancelled', 'failed'] as const,
  initial: 'running',
  commands: {
    finish: { from: ['running'], to: 'done', who: ['system'] },
    cancel: { from: ['running'], to: 'cancelled', who: ['person'] },
    fail: { from: ['running'], to: 'failed', who: ['system'] },
  },
});
