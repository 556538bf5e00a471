import { describe, expect, it } from 'vitest';
import { blocksOf, type ReviewFacts } from '../../../server/applications/rules/blocks.ts';
import type { Actor } from '../../../server/kernel/actor.ts';

type Person = Extract<Actor, { kind: 'person' }>;
const person = (id: string, roles: Person['roles']): Person => ({
  kind: 'person',
  id,
  roles,
  extra: [],
  sessionId: 's',
});
const reviewer = person('me', ['reviewer']);
const officer = person('officer', ['compliance_officer']);
const facts = (change: Partial<ReviewFacts> = {}): ReviewFacts => ({
  state: 'in_review',
  round: 0,
  maxRounds: 2,
  reading: 'read',
  blockingClaims: [],
  answeredRequests: 0,
  openFindings: [],
  waitingOverrides: [{ finding: 'criterion:opt_out_mechanism', by: 'me' }],
  decision: null,
  holders: { application: { itemId: 'i', id: 'me', name: 'Me' } },
  mine: { parts: [], conflict: false, ownSubmission: false, newOfficer: false },
  now: new Date(),
  ...change,
});
const codes = (command: 'approve' | 'reject' | 'override' | 'co_sign', given: ReviewFacts, who: Person) =>
  blocksOf(command, given, who).map(({ code }) => code);

describe('a judgement that waits for an officer', () => {
  it('keeps approval and rejection from being offered, and no further judgement', () => {
    expect(codes('approve', facts(), reviewer)).toEqual(['override_waits']);
    expect(codes('reject', facts(), reviewer)).toEqual(['override_waits']);
    expect(codes('override', facts(), reviewer)).toEqual([]);
  });
  it('is signed by an officer who does not hold the item, and by nobody else', () => {
    expect(codes('co_sign', facts(), officer)).toEqual([]);
    expect(codes('co_sign', facts(), person('other', ['reviewer']))).toEqual(['role']);
  });
  it('is never signed by the one who judged, with a conflict, on a first day, or where none waits', () => {
    expect(codes('co_sign', facts(), person('me', ['compliance_officer']))).toEqual([
      'second_person_required',
    ]);
    const mine = facts().mine;
    expect(codes('co_sign', facts({ mine: { ...mine, conflict: true } }), officer)).toEqual([
      'own_involvement',
    ]);
    expect(codes('co_sign', facts({ mine: { ...mine, newOfficer: true } }), officer)).toEqual([
      'new_officer',
    ]);
    expect(codes('co_sign', facts({ waitingOverrides: [] }), officer)).toEqual(['no_override_waits']);
  });
});
