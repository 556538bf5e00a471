import { describe, expect, it } from 'vitest';
import type { ReviewFacts } from '../../../server/applications/rules/review-facts.ts';
import { codes, facts, person } from './review.ts';

const reviewer = person('me');
const officer = person('officer', { roles: ['compliance_officer'] });
const waiting = (change: Partial<ReviewFacts> = {}) =>
  facts({ waitingOverrides: [{ finding: 'criterion:opt_out_mechanism', by: 'me' }], ...change });

describe('a judgement that waits for an officer', () => {
  it('keeps approval and rejection from being offered, and no further judgement', () => {
    expect(codes('approve', waiting(), reviewer)).toEqual(['override_waits']);
    expect(codes('reject', waiting(), reviewer)).toEqual(['override_waits']);
    expect(codes('override', waiting(), reviewer)).toEqual([]);
  });
  it('is signed by an officer who does not hold the item, and by nobody else', () => {
    expect(codes('co_sign', waiting(), officer)).toEqual([]);
    expect(codes('co_sign', waiting(), person('other'))).toEqual(['role']);
  });
  it('is never signed by the one who judged, with a conflict, on a first day, or where none waits', () => {
    expect(codes('co_sign', waiting(), person('me', { roles: ['compliance_officer'] }))).toEqual([
      'second_person_required',
    ]);
    const mine = waiting().mine;
    expect(codes('co_sign', waiting({ mine: { ...mine, conflict: true } }), officer)).toEqual([
      'own_involvement',
    ]);
    expect(codes('co_sign', waiting({ mine: { ...mine, newOfficer: true } }), officer)).toEqual([
      'new_officer',
    ]);
    expect(codes('co_sign', waiting({ waitingOverrides: [] }), officer)).toEqual(['no_override_waits']);
  });
});

describe('a statement that no machine reads', () => {
  const unread = (change: Partial<ReviewFacts> = {}) => facts({ reading: 'not_read', ...change });

  it('is read by hand by its holder, and by nobody where the machine read it', () => {
    expect(codes('fill_sheet', unread(), reviewer)).toEqual([]);
    expect(codes('fill_sheet', facts(), reviewer)).toEqual(['already_read']);
    expect(codes('fill_sheet', unread(), officer)).toEqual(['not_holder']);
  });
  it('counts once somebody else confirmed the sheet', () => {
    expect(codes('confirm_sheet', unread(), officer)).toEqual(['no_sheet_waits']);
    expect(codes('confirm_sheet', unread({ sheetBy: 'me' }), officer)).toEqual([]);
    expect(codes('confirm_sheet', unread({ sheetBy: 'me' }), reviewer)).toEqual(['second_person_required']);
  });
});
