import { defineMachine } from '../kernel/machine.ts';

/** Created active by a final approval; suspension and removal are an officer's acts of later desks. */
export const specialistLifecycle = defineMachine({
  name: 'specialist',
  states: ['active', 'suspended', 'removed'] as const,
  initial: 'active',
  commands: {
    suspend: { from: ['active'], to: 'suspended', who: ['compliance_officer'] },
    reinstate: { from: ['suspended'], to: 'active', who: ['compliance_officer'] },
    remove: { from: ['active', 'suspended'], to: 'removed', who: ['compliance_officer'] },
  },
});
