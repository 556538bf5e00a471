import { defineMachine } from '../kernel/machine.ts';

/**
 * An override stands at once where the person's power covers it; else it waits for an officer's co-signature. A new
 * judgement of the same finding withdraws the one before.
 */
export const overrideLifecycle = defineMachine({
  name: 'override',
  states: ['awaiting_co_signature', 'standing', 'withdrawn', 'refused'] as const,
  initial: 'awaiting_co_signature',
  commands: {
    stand: { from: ['awaiting_co_signature'], to: 'standing', who: ['person'], guard: 'within_power' },
    co_sign: { from: ['awaiting_co_signature'], to: 'standing', who: ['officer'], guard: 'second_person' },
    refuse: { from: ['awaiting_co_signature'], to: 'refused', who: ['officer'], guard: 'second_person' },
    withdraw: { from: ['awaiting_co_signature', 'standing'], to: 'withdrawn', who: ['person'] },
  },
});
export type OverrideState = (typeof overrideLifecycle.states)[number];

/** A sheet filled by hand counts once a second person confirmed it; a new one of the same statement replaces it. */
export const sheetLifecycle = defineMachine({
  name: 'reading_sheet',
  states: ['awaiting_second', 'confirmed', 'returned', 'replaced'] as const,
  initial: 'awaiting_second',
  commands: {
    confirm: { from: ['awaiting_second'], to: 'confirmed', who: ['person'], guard: 'second_person' },
    return: { from: ['awaiting_second'], to: 'returned', who: ['person'], guard: 'second_person' },
    replace: { from: ['awaiting_second'], to: 'replaced', who: ['person'] },
  },
});
