import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../../server/applications/rules/blocks.ts';
import type { ReviewFacts } from '../../../server/applications/rules/review-facts.ts';
import { codes, decision, facts, me, mine, now, person } from './review.ts';

describe('what blocks a decision', () => {
  it('nothing, for the holder of an application that was read', () => {
    for (const command of ['approve', 'reject', 'request_changes', 'confirm_finding'] as const)
      expect(codes(command, facts())).toEqual([]);
  });

  it('any other state, named', () => {
    const [first] = blocksOf('approve', facts({ state: 'changes_requested' }), me);
    expect(first).toMatchObject({ code: 'wrong_state', params: { state: 'changes_requested' } });
  });

  it('that another holds it, with the item to take over', () => {
    const held = facts({ holders: { application: { itemId: 'i', id: 'other', name: 'Ana' } } });
    expect(blocksOf('approve', held, me)).toEqual([
      {
        code: 'not_holder',
        params: { item_id: 'i', holder_id: 'other', holder: 'Ana', take_over: true, claim: false },
      },
    ]);
  });

  it('M39: each claim that fails arithmetic or stands at z <= -3, for approval only', () => {
    const claims = facts({
      blockingClaims: [
        { claimId: 'a', position: 0, verdict: 'arithmetic' },
        { claimId: 'b', position: 1, verdict: 'second_reviewer' },
      ],
    });
    expect(codes('approve', claims)).toEqual(['claim_arithmetic', 'claim_second_reviewer']);
    expect(codes('reject', claims)).toEqual([]);
    expect(codes('request_changes', claims)).toEqual([]);
  });

  it('a text nobody has read: neither approve nor reject, but changes can be asked', () => {
    for (const [reading, code] of [
      ['not_read', 'not_read'],
      ['waiting', 'not_yet_read'],
    ] as const) {
      expect(codes('approve', facts({ reading }))).toEqual([code]);
      expect(codes('reject', facts({ reading }))).toEqual([code]);
      expect(codes('request_changes', facts({ reading }))).toEqual([]);
    }
  });

  it('two rounds of changes used', () => {
    expect(codes('request_changes', facts({ round: 1 }))).toEqual([]);
    expect(codes('request_changes', facts({ round: 2 }))).toEqual(['rounds_used']);
  });

  it('trust 19: a conflict of interest and one own submission, for every command on it', () => {
    for (const command of ['approve', 'reject', 'request_changes', 'let_claim_stand'] as const) {
      expect(codes(command, facts({ mine: mine({ conflict: true }) }))).toContain('own_involvement');
      expect(codes(command, facts({ mine: mine({ ownSubmission: true }) }))).toContain('own_involvement');
    }
  });

  it('M7: each core gap and blocking flag nobody has judged on its own evidence, for rejection only', () => {
    const open = facts({ openFindings: ['criterion:opt_out_mechanism', 'flag:opt_out_denied'] });
    expect(blocksOf('reject', open, me)).toEqual([
      { code: 'finding_unconfirmed', params: { finding: 'criterion:opt_out_mechanism' } },
      { code: 'finding_unconfirmed', params: { finding: 'flag:opt_out_denied' } },
    ]);
    for (const command of ['approve', 'request_changes', 'confirm_finding'] as const)
      expect(codes(command, open)).toEqual([]);
  });

  it('having given a second look on it, and being an officer for less than a day', () => {
    expect(codes('approve', facts({ mine: mine({ parts: ['seconded'] }) }))).toEqual(['own_involvement']);
    expect(codes('approve', facts({ mine: mine({ newOfficer: true }) }))).toEqual(['new_officer']);
    expect(codes('reject', facts({ mine: mine({ newOfficer: true }) }))).toEqual([]);
    expect(codes('let_claim_stand', facts({ mine: mine({ newOfficer: true }) }))).toContain('new_officer');
  });
});

describe('what blocks the second of two people', () => {
  const waiting = (change: Partial<ReviewFacts> = {}) =>
    facts({
      decision: decision({ state: 'awaiting_second', decidedBy: 'first', finalAt: null }),
      holders: { second_decision: { itemId: 'j', id: 'me', name: 'Me' } },
      ...change,
    });

  it('nothing, for a person who took no part and holds the work', () => {
    expect(codes('second', waiting())).toEqual([]);
    expect(codes('decline_second', waiting())).toEqual([]);
  });

  it('having decided it, or worked on it before', () => {
    expect(codes('second', waiting({ decision: decision({ state: 'awaiting_second' }) }))).toContain(
      'second_person_required',
    );
    for (const part of ['held', 'requested_changes', 'decided'])
      expect(codes('second', waiting({ mine: mine({ parts: [part] }) }))).toEqual(['own_involvement']);
  });

  it('that no decision waits', () => {
    expect(codes('second', facts())).toEqual(['no_decision_waits']);
    expect(codes('second', facts({ decision: decision() }))).toEqual(['no_decision_waits']);
  });

  it('lets a second reviewer let a claim stand, never the holder or somebody involved', () => {
    const claims = { blockingClaims: [{ claimId: 'a', position: 0, verdict: 'arithmetic' }] };
    expect(codes('let_claim_stand', facts(claims))).toEqual(['second_person_required']);
    expect(codes('let_claim_stand', facts(claims), person('other'))).toEqual([]);
    const involved = facts({ ...claims, mine: mine({ parts: ['held'] }) });
    expect(codes('let_claim_stand', involved, person('other'))).toEqual(['own_involvement']);
    expect(codes('let_claim_stand', facts(), person('other'))).toEqual(['no_claim_blocks']);
  });
});

describe('what blocks undoing', () => {
  const lead = person('lead', { extra: ['lead'] });

  it('finality, exactly at its instant', () => {
    expect(codes('undo', facts({ decision: decision() }))).toEqual([]);
    expect(codes('undo', facts({ decision: decision({ finalAt: now }) }))).toEqual(['final']);
    expect(codes('undo', facts({ decision: decision({ state: 'final' }) }))).toEqual(['final']);
    expect(codes('undo', facts())).toContain('no_decision');
  });

  it('not having decided, except for a lead', () => {
    const others = facts({ decision: decision({ decidedBy: 'first', secondBy: 'second' }) });
    expect(codes('undo', others)).toEqual(['not_yours']);
    expect(codes('undo', others, person('second'))).toEqual([]);
    expect(codes('undo', others, lead)).toEqual([]);
  });

  it('sending at once waits for the second person', () => {
    expect(
      codes('send_now', facts({ decision: decision({ state: 'awaiting_second', finalAt: null }) })),
    ).toEqual(['second_person_required']);
  });
});
