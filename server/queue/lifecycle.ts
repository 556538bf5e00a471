import { defineMachine } from '../kernel/machine.ts';

/** CHECK of work_items.state; a test holds it, and the reply schema, to this list. */
export const workItemStates = ['waiting', 'claimed', 'held', 'snoozed', 'done', 'cancelled'] as const;
export type WorkItemState = (typeof workItemStates)[number];

/** States in which somebody on the desk may act; a snoozed item waits for the party outside. */
export const openStates = ['waiting', 'claimed', 'held'] as const satisfies readonly WorkItemState[];

export const workItemCommands = [
  'claim',
  'extend',
  'release',
  'hold',
  'resume',
  'take_over',
  'assign',
  'take_back',
  'declare_conflict',
  'expire_lease',
  'expire_hold',
  'pause',
  'wake',
  'finish',
  'restore',
  'reopen',
  'cancel',
] as const;
export type WorkItemCommand = (typeof workItemCommands)[number];

/** `service` is another room's command that closes, pauses or wakes the item in its own transaction. */
export type WorkItemActor = 'person' | 'holder' | 'lead' | 'system' | 'service';

const open = openStates;

/** The way of a work item. A claim whose lease is over may be claimed again at once, before any sweep. */
export const workItemLifecycle = defineMachine<WorkItemState, WorkItemCommand, WorkItemActor>({
  name: 'work_item',
  states: workItemStates,
  initial: 'waiting',
  commands: {
    claim: { from: ['waiting', 'claimed'], to: 'claimed', who: ['person'], guard: 'free_and_eligible' },
    extend: { from: ['claimed'], to: 'claimed', who: ['holder'] },
    release: { from: ['claimed', 'held'], to: 'waiting', who: ['holder'] },
    hold: { from: ['claimed'], to: 'held', who: ['holder'], guard: 'within_five_business_days' },
    resume: { from: ['held'], to: 'claimed', who: ['holder'] },
    take_over: {
      from: ['claimed', 'held'],
      to: 'claimed',
      who: ['lead', 'person'],
      guard: 'lead_or_lease_over',
    },
    take_back: { from: ['claimed', 'held'], to: 'waiting', who: ['lead'] },
    assign: { from: open, to: 'claimed', who: ['lead'], guard: 'eligible' },
    declare_conflict: { from: open, to: 'waiting', who: ['person'] },
    expire_lease: { from: ['claimed'], to: 'waiting', who: ['system'], guard: 'lease_over' },
    expire_hold: { from: ['held'], to: 'waiting', who: ['system'], guard: 'hold_over' },
    pause: { from: open, to: 'snoozed', who: ['service'] },
    wake: { from: ['snoozed'], to: 'waiting', who: ['service'] },
    finish: { from: ['claimed', 'held'], to: 'done', who: ['holder', 'service'] },
    restore: { from: ['done'], to: 'claimed', who: ['service'] },
    reopen: { from: ['done'], to: 'waiting', who: ['service'] },
    cancel: { from: [...open, 'snoozed'], to: 'cancelled', who: ['service'] },
  },
});
