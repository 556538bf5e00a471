import { describe, expect, it } from 'vitest';
import { itemsOf, itemValue, withAnswers } from '../../../server/applications/rules/items.ts';
import { examine } from '../../../server/applications/rules/missing.ts';
import { shownState, timelineOf, waitingFor } from '../../../server/applications/rules/portal-status.ts';
import type { ApplicationDraft } from '../../../server/applications/schema/draft.ts';
import { soundForm } from '../../support/forms.ts';

const missingOf = (draft: ApplicationDraft) => {
  const result = examine(draft);
  return result.complete ? [] : result.missing.map(({ item, code }) => `${item}: ${code}`);
};

describe('what is missing is named item by item (M2)', () => {
  it('has nothing to say about a complete form', () => {
    expect(examine(soundForm())).toMatchObject({ complete: true });
  });

  it('names the leaves of a part nobody has begun', () => {
    const missing = missingOf({});
    for (const item of [
      'organisation.legal_name',
      'responsible_person.email',
      'offer.primary_channel',
      'sourcing.consent',
    ])
      expect(missing).toContain(`${item}: missing`);
    expect(missing).toContain('statement: missing');
  });

  it('counts blank text, null and spaces as not given', () => {
    const form = soundForm();
    const draft = {
      ...form,
      statement: ' \n ',
      organisation: { ...form.organisation, legal_name: '', register: null },
    };
    expect(missingOf(draft as ApplicationDraft)).toEqual([
      'organisation.legal_name: missing',
      'organisation.register: missing',
      'statement: missing',
    ]);
  });

  it('asks for two case studies and two references', () => {
    const form = soundForm();
    expect(missingOf({ ...form, case_studies: form.case_studies.slice(0, 1), references: [] })).toEqual([
      'case_studies: too_few',
      'references: too_few',
    ]);
  });

  it('refuses a cost per lead without vertical and ideal customer (M34)', () => {
    const form = soundForm();
    const [first, second] = form.case_studies;
    const figures = { ...first?.figures, vertical: undefined, icp: undefined };
    const draft = { ...form, case_studies: [{ ...first, id: 'cs-1', figures }, second] } as ApplicationDraft;
    const missing = missingOf(draft).join(' ');
    expect(missing).toMatch(/case_studies\.0\.figures\.vertical: missing/);
    expect(missing).toMatch(/case_studies\.0\.figures\.icp/);
  });

  it('says when the primary channel is not among the declared ones, and when other countries are not named', () => {
    const form = soundForm();
    const offer = { ...form.offer, primary_channel: 'paid_search' as const, regions: ['other' as const] };
    expect(missingOf({ ...form, offer })).toEqual([
      'offer.primary_channel: not_declared',
      'offer.other_countries: missing',
    ]);
  });

  it('takes "declined to answer" as an answer (M11)', () => {
    expect(examine(soundForm({ lead_to_opportunity: { answer: 'declined' } })).complete).toBe(true);
  });
});

describe('asked changes reopen exactly their items (M14)', () => {
  const form = soundForm();

  it('lists each part, sourcing answer, case study and reference on its own', () => {
    const items = itemsOf(form);
    for (const item of ['statement', 'sourcing.consent', 'case_studies.cs-2', 'references.ref-1'])
      expect(items).toContain(item);
    expect(new Set(items).size).toBe(items.length);
    for (const item of items) expect(itemValue(form, item)).toBeDefined();
  });

  it('leaves every part alone that was not asked for', () => {
    const answer: ApplicationDraft = {
      ...form,
      statement: 'New words.',
      case_studies: [{ id: 'cs-2', title: 'Renamed' }],
      references: [],
    };
    const next = withAnswers(form, answer, ['case_studies.cs-2']);
    expect(next.statement).toBe(form.statement);
    expect(next.references).toEqual(form.references);
    expect(next.case_studies?.[0]).toEqual(form.case_studies[0]);
    expect(next.case_studies?.[1]).toEqual({ id: 'cs-2', title: 'Renamed' });
  });

  it('cannot rename, add or take away an entry', () => {
    const answer: ApplicationDraft = { case_studies: [{ id: 'cs-9', title: 'Extra' }] };
    expect(withAnswers(form, answer, ['case_studies.cs-1', 'case_studies.cs-9'])).toEqual(form);
  });
});

describe('what the applicant is told', () => {
  it('hides a decision until it is final', () => {
    expect(shownState('approved', false)).toBe('in_review');
    expect(shownState('rejected', true)).toBe('rejected');
    expect(
      ['draft', 'changes_requested', 'submitted', 'in_review', 'approved', 'lapsed'].map(waitingFor),
    ).toEqual(['you', 'you', 'us', 'us', 'nobody', 'nobody']);
  });

  it('tells the story in order, one step per round', () => {
    const day = (n: number) => new Date(Date.UTC(2026, 0, n)).toISOString();
    const steps = timelineOf({
      state: 'lapsed',
      created_at: new Date(day(1)),
      updated_at: new Date(day(30)),
      revisions: [{ revision: 1, at: day(2) }],
      requests: [
        { round: 1, at: day(4) },
        { round: 1, at: day(4) },
      ],
      decided: null,
    });
    expect(steps.map(({ step }) => step)).toEqual(['started', 'submitted', 'changes_requested', 'lapsed']);
  });
});
