import { describe, expect, it } from 'vitest';
import { acceptedChannels, channelErrors } from '../../../server/applications/rules/channels.ts';
import {
  type DecisionCommand,
  type DecisionState,
  decisionLifecycle,
  decisionStates,
} from '../../../server/applications/rules/decision-states.ts';
import { channelsText, reasonsText, requestsText } from '../../../server/applications/rules/letter.ts';
import { checkReasons, textsOf } from '../../../server/applications/rules/reasons.ts';
import { secondReasons } from '../../../server/applications/rules/second-reasons.ts';
import type { Reason } from '../../../server/applications/schema/review.ts';
import { step } from '../../../server/kernel/machine.ts';
import { phrase } from '../../../server/platform/templates.ts';
import { soundForm } from '../../support/forms.ts';

const say = (locale: string) => (key: string, values?: Record<string, string>) => phrase(locale, key, values);

describe('the way of a decision', () => {
  const table: Record<DecisionCommand, Partial<Record<DecisionState, DecisionState>>> = {
    agree: { awaiting_second: 'scheduled' },
    decline: { awaiting_second: 'declined' },
    undo: { awaiting_second: 'undone', scheduled: 'undone' },
    finalise: { scheduled: 'final' },
  };
  for (const [command, row] of Object.entries(table) as [DecisionCommand, (typeof table)[DecisionCommand]][])
    for (const state of decisionStates)
      it(`${state}: ${command} ${row[state] ? `leads to ${row[state]}` : 'is refused'}`, () => {
        if (row[state]) expect(step(decisionLifecycle, state, command)).toBe(row[state]);
        else expect(() => step(decisionLifecycle, state, command)).toThrow(/wrong_state/);
      });
});

describe('a second person', () => {
  it('is needed exactly where the decision goes against the band', () => {
    expect(secondReasons('approve', 'reject')).toEqual(['against_band_reject']);
    expect(secondReasons('reject', 'pass')).toEqual(['against_band_pass']);
    for (const band of ['review', 'pass', null] as const) expect(secondReasons('approve', band)).toEqual([]);
    for (const band of ['review', 'reject', null] as const) expect(secondReasons('reject', band)).toEqual([]);
  });
});

describe('outcomes per channel', () => {
  const declared = ['paid_search', 'paid_social'];
  it('name each declared channel once, accept the primary and say why one is refused', () => {
    const sound = {
      paid_search: { outcome: 'accept' },
      paid_social: { outcome: 'refuse', reason: 'No case study.' },
    } as const;
    expect(channelErrors(sound, declared, 'paid_search')).toEqual([]);
    expect(acceptedChannels(sound)).toEqual(['paid_search']);
    expect(channelErrors(sound, declared, 'paid_social')).toEqual([
      { pointer: '/channels/paid_social/outcome', code: 'primary_must_be_accepted' },
    ]);
    const open = { paid_search: { outcome: 'open' }, paid_social: { outcome: 'open' } } as const;
    expect(channelErrors(open, declared, 'paid_search').map(({ code }) => code)).toEqual([
      'primary_must_be_accepted',
    ]);
    expect(channelErrors({}, declared, 'paid_search').map(({ code }) => code)).toEqual([
      'missing',
      'missing',
    ]);
  });
});

describe('reasons of a rejection', () => {
  const ground = {
    coreGaps: ['opt_out_mechanism'],
    blockingFlags: ['opt_out_denied'],
    wanting: ['opt_out_mechanism', 'retention'],
    confirmed: new Set(['criterion:opt_out_mechanism']),
    claimIds: ['c'],
    round: 1,
    maxRounds: 2,
    texts: ['We mail everybody.'],
  };
  it('rest on findings that are there and that a person confirmed', () => {
    const check = checkReasons(
      [
        { code: 'core_gap', criterion: 'opt_out_mechanism' },
        { code: 'blocking_flag', flag: 'opt_out_denied', quote: 'mail everybody' },
      ],
      ground,
    );
    expect(check).toEqual({ errors: [], unconfirmed: ['flag:opt_out_denied'] });
  });

  it('M7: name what each rests on, by its code', () => {
    const wants = (reason: Reason) => checkReasons([reason], ground).errors.map(({ pointer }) => pointer);
    expect(wants({ code: 'incoherent_statement' })).toEqual(['/reasons/0/quote']);
    expect(wants({ code: 'incoherent_statement', criterion: 'retention' })).toEqual([]);
    expect(wants({ code: 'incoherent_statement', criterion: 'security' })).toEqual(['/reasons/0/criterion']);
    expect(wants({ code: 'incoherent_statement', quote: 'We mail' })).toEqual([]);
    expect(wants({ code: 'claims_not_credible' })).toEqual(['/reasons/0/claim_id']);
    expect(wants({ code: 'claims_not_credible', quote: 'We mail' })).toEqual(['/reasons/0/claim_id']);
    expect(wants({ code: 'claims_not_credible', claim_id: 'c' })).toEqual([]);
    for (const code of ['identity_not_established', 'references_unusable'] as const) {
      expect(wants({ code })).toEqual(['/reasons/0/quote']);
      expect(wants({ code, quote: 'everybody' })).toEqual([]);
    }
    expect(wants({ code: 'core_gap' })).toEqual(['/reasons/0/criterion']);
    expect(wants({ code: 'blocking_flag' })).toEqual(['/reasons/0/flag']);
    expect(wants({ code: 'conduct' })).toEqual([]);
  });

  it('quote only words the applicant wrote, wherever in the form they stand', () => {
    expect(textsOf({ a: ['x', { b: 'y' }], c: 1, d: null })).toEqual(['x', 'y']);
    const { errors } = checkReasons([{ code: 'conduct', quote: 'everyone' }], ground);
    expect(errors).toEqual([{ pointer: '/reasons/0/quote', code: 'not_the_applicants_words' }]);
  });

  it('cannot say that rounds are used up while one is left', () => {
    expect(checkReasons([{ code: 'incomplete_after_rounds' }], ground).errors).toHaveLength(1);
    expect(checkReasons([{ code: 'incomplete_after_rounds' }], { ...ground, round: 2 }).errors).toEqual([]);
  });
});

describe('the words of a letter', () => {
  it('name each reason with its code, its criterion and the rubric version, and quote the applicant', () => {
    for (const locale of ['en', 'de']) {
      const text = reasonsText(
        [
          { code: 'core_gap', criterion: 'opt_out_mechanism' },
          { code: 'blocking_flag', flag: 'opt_out_denied', quote: 'nobody can\nunsubscribe' },
        ],
        { rubric: '1.0', plausibility: '1.0' },
        say(locale),
      );
      expect(text).toMatch(/core_gap.*opt_out_mechanism.*1\.0/);
      expect(text).toMatch(/blocking_flag.*opt_out_denied.*1\.0/);
      expect(text).toContain('nobody can unsubscribe');
      expect(text).not.toContain('{{');
    }
  });

  it('list channels and asked items by name, own titles included, one line each', () => {
    const channels = channelsText(
      {
        paid_search: { outcome: 'accept' },
        paid_social: { outcome: 'refuse', reason: 'No case\nstudy.' },
        event_webinar: { outcome: 'open' },
      },
      say('en'),
    );
    expect(channels).toBe(
      '- Paid search: accepted\n- Paid social: not accepted. No case study.\n- Events and webinars: left open for now',
    );
    const asked = requestsText(
      [
        { item: 'case_studies.cs-1', words: 'Whose figures?' },
        { item: 'sourcing.consent', words: 'Which basis?' },
      ],
      soundForm(),
      say('de'),
    );
    expect(asked).toBe(
      '- Fallstudie „Harrow Ledger“: Whose figures?\n- Datenherkunft: Einwilligung: Which basis?',
    );
  });

  it('has words for every criterion and flag of the rubric, in both languages', async () => {
    const { default: rubric } = await import('../../../seeds/policies/rubric-1.0.json', {
      with: { type: 'json' },
    });
    for (const locale of ['en', 'de']) {
      for (const { id } of rubric.criteria) expect(phrase(locale, `criterion.${id}`), id).toBeDefined();
      for (const { id } of rubric.red_flags) expect(phrase(locale, `flag.${id}`), id).toBeDefined();
    }
  });
});
