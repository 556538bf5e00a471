import { defineMachine } from '../kernel/machine.ts';

export const personStates = ['invited', 'active', 'disabled'] as const;
export type PersonState = (typeof personStates)[number];
export type PersonCommand = 'accept' | 'disable' | 'enable';

/** A person of the desk: invited by an admin, active once they chose a password, disabled when they leave. */
export const personMachine = defineMachine<PersonState, PersonCommand, 'person' | 'admin'>({
  name: 'person',
  states: personStates,
  initial: 'invited',
  commands: {
    accept: { from: ['invited', 'active'], to: 'active', who: ['person'] },
    disable: {
      from: ['invited', 'active'],
      to: 'disabled',
      who: ['admin'],
      guard: 'an active admin remains',
    },
    enable: { from: ['disabled'], to: 'active', who: ['admin'] },
  },
});

export const roleRequestStates = ['open', 'approved', 'refused', 'withdrawn'] as const;
export type RoleRequestState = (typeof roleRequestStates)[number];
export type RoleRequestCommand = 'approve' | 'refuse' | 'withdraw';

/** A role asked for by one admin and granted by another. */
export const roleRequestMachine = defineMachine<RoleRequestState, RoleRequestCommand, 'admin'>({
  name: 'role_request',
  states: roleRequestStates,
  initial: 'open',
  commands: {
    approve: { from: ['open'], to: 'approved', who: ['admin'], guard: 'another admin than the asking one' },
    refuse: { from: ['open'], to: 'refused', who: ['admin'] },
    withdraw: { from: ['open'], to: 'withdrawn', who: ['admin'], guard: 'the asking admin' },
  },
});
