import { describe, expect, it } from 'vitest';
import { possible, step } from '../../../server/kernel/machine.ts';
import {
  type WorkItemCommand,
  type WorkItemState,
  workItemCommands,
  workItemLifecycle,
  workItemStates,
} from '../../../server/queue/lifecycle.ts';

/** The whole table as the domain tells it: from, command, to. Every cell that is not here is refused. */
const table: Record<WorkItemCommand, Partial<Record<WorkItemState, WorkItemState>>> = {
  claim: { waiting: 'claimed', claimed: 'claimed' },
  extend: { claimed: 'claimed' },
  release: { claimed: 'waiting', held: 'waiting' },
  hold: { claimed: 'held' },
  resume: { held: 'claimed' },
  take_over: { claimed: 'claimed', held: 'claimed' },
  assign: { waiting: 'claimed', claimed: 'claimed', held: 'claimed' },
  take_back: { claimed: 'waiting', held: 'waiting' },
  declare_conflict: { waiting: 'waiting', claimed: 'waiting', held: 'waiting' },
  expire_lease: { claimed: 'waiting' },
  expire_hold: { held: 'waiting' },
  pause: { waiting: 'snoozed', claimed: 'snoozed', held: 'snoozed' },
  wake: { snoozed: 'waiting' },
  finish: { claimed: 'done', held: 'done' },
  restore: { done: 'claimed' },
  reopen: { done: 'waiting' },
  cancel: { waiting: 'cancelled', claimed: 'cancelled', held: 'cancelled', snoozed: 'cancelled' },
};

describe('the way of a work item', () => {
  for (const command of workItemCommands)
    for (const state of workItemStates) {
      const to = table[command][state];
      it(`${state}: ${command} ${to ? `leads to ${to}` : 'is refused, naming the state'}`, () => {
        if (to) expect(step(workItemLifecycle, state, command)).toBe(to);
        else
          expect(() => step(workItemLifecycle, state, command)).toThrow(
            expect.objectContaining({
              code: 'wrong_state',
              params: expect.objectContaining({ state, command }),
            }),
          );
      });
    }

  it('gives the system only what runs by the clock', () => {
    const all = workItemStates.flatMap((state) => possible(workItemLifecycle, state, 'system'));
    expect(new Set(all)).toEqual(new Set(['expire_lease', 'expire_hold']));
  });

  it('never leads out of cancelled', () => {
    for (const who of ['person', 'holder', 'lead', 'system', 'service'] as const)
      expect(possible(workItemLifecycle, 'cancelled', who)).toEqual([]);
  });
});
