import { describe, expect, it } from 'vitest';
import {
  type ApplicationCommand,
  type ApplicationState,
  applicationCommands,
  applicationLifecycle,
  applicationStates,
} from '../../../server/applications/lifecycle.ts';
import { possible, step } from '../../../server/kernel/machine.ts';
import { Problem } from '../../../server/kernel/problem.ts';

/** The whole table: state by state what each command leads to; what is not named is refused. */
const table: Record<ApplicationState, Partial<Record<ApplicationCommand, ApplicationState>>> = {
  draft: { save: 'draft', submit: 'submitted', withdraw: 'withdrawn', erase: 'withdrawn' },
  submitted: { start_review: 'in_review', withdraw: 'withdrawn' },
  in_review: {
    request_changes: 'changes_requested',
    approve: 'approved',
    reject: 'rejected',
    withdraw: 'withdrawn',
  },
  changes_requested: {
    save_answer: 'changes_requested',
    resubmit: 'submitted',
    lapse: 'lapsed',
    withdraw: 'withdrawn',
  },
  approved: { undo_approval: 'in_review' },
  rejected: { undo_rejection: 'in_review', reopen: 'in_review' },
  withdrawn: {},
  lapsed: {},
};

describe('the state table of an application (M1-M16)', () => {
  for (const state of applicationStates)
    for (const command of applicationCommands) {
      const to = table[state][command];
      if (to) {
        it(`${command} leads from ${state} to ${to}`, () => {
          expect(step(applicationLifecycle, state, command)).toBe(to);
        });
      } else {
        it(`${command} is refused in ${state}, naming the state (trust 18)`, () => {
          try {
            step(applicationLifecycle, state, command);
            expect.unreachable();
          } catch (error) {
            expect(error).toBeInstanceOf(Problem);
            expect((error as Problem).code).toBe('wrong_state');
            expect((error as Problem).params).toMatchObject({ state, command });
          }
        });
      }
    }

  it('gives the applicant what the portal offers, state by state', () => {
    expect(possible(applicationLifecycle, 'draft', 'applicant')).toEqual(['save', 'submit', 'withdraw']);
    expect(possible(applicationLifecycle, 'in_review', 'applicant')).toEqual(['withdraw']);
    expect(possible(applicationLifecycle, 'changes_requested', 'applicant')).toEqual([
      'save_answer',
      'resubmit',
      'withdraw',
    ]);
    expect(possible(applicationLifecycle, 'rejected', 'applicant')).toEqual([]);
  });

  it('lets no machine decide', () => {
    for (const state of applicationStates) {
      expect(possible(applicationLifecycle, state, 'system')).not.toContain('approve');
      expect(possible(applicationLifecycle, state, 'system')).not.toContain('reject');
    }
  });
});
