import { describe, expect, it } from 'vitest';
import { concerns } from '../../../server/applications/rules/concerns.ts';
import { type ReviewFacts, reviewCommands } from '../../../server/applications/rules/review-facts.ts';
import { codes, decision, facts, person } from './review.ts';

describe('which commands are shown', () => {
  it('only those that make sense in the state', () => {
    const shown = (given: ReviewFacts) => reviewCommands.filter((command) => concerns(command, given));
    expect(shown(facts()).join(' ')).toBe('request_changes confirm_finding override approve reject');
    expect(shown(facts({ state: 'approved', decision: decision() }))).toEqual(['undo', 'send_now']);
    expect(shown(facts({ state: 'approved', decision: decision({ state: 'final' }) }))).toEqual([]);
    expect(shown(facts({ state: 'rejected', decision: decision({ state: 'final' }) }))).toEqual(['reopen']);
    expect(shown(facts({ state: 'changes_requested' }))).toEqual([]);
  });

  it('reopens for officers, once the rejection is final', () => {
    const rejected = facts({ state: 'rejected', decision: decision({ state: 'final' }) });
    expect(codes('reopen', rejected)).toEqual(['role']);
    const officer = person('o', { roles: ['compliance_officer'] });
    expect(codes('reopen', rejected, officer)).toEqual([]);
    expect(codes('reopen', { ...rejected, decision: decision() }, officer)).toEqual(['decision_standing']);
  });
});
