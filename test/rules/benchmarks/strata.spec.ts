import { describe, expect, it } from 'vitest';
import { cell, claim, codes, figure, judged, normsOf, seededNorms } from '../../support/norms.ts';

const four = [100, 100, 100, 100];
const norms = normsOf(cell(four));

describe('what counts as a lead and what was paid are strata', () => {
  it('compares a media-only claim with media-only figures and never with fully loaded ones', () => {
    const loaded = normsOf(cell(four, { tags: { scope: 'organic_loaded' } }));
    expect(judged(loaded, claim({ cpl: 5 })).verdict).toBe('no_norm');
    expect(judged(loaded, claim({ cpl: 5 }, { cost_basis: 'all_in' })).verdict).toBe('second_reviewer');
  });
  it.each(['all_in', 'unknown'] as const)(
    'holds a cost that is %s against media costs, and says so',
    (basis) => {
      const verdict = judged(norms, claim({ cpl: 5 }, { cost_basis: basis }));
      expect(verdict).toMatchObject({ verdict: 'second_reviewer', stratum: 'cost|lead|media_only' });
      expect(codes(verdict)).toContain('compared_with_media_only');
    },
  );
  it.each(['meeting', 'mql', 'content_download', 'contact_record'])(
    'never pools a %s with leads',
    (definition) => {
      expect(judged(norms, claim({ cpl: 5 }, { lead_definition: definition })).verdict).toBe('no_norm');
    },
  );
  it('keeps cost per meeting in its own stratum, whoever paid', () => {
    const meetings = normsOf(cell(four, { tags: { denom: 'meeting', scope: '' } }));
    for (const given of [
      claim({ cost_per_meeting: 5 }),
      claim({ cpl: 5 }, { lead_definition: 'meeting', cost_basis: 'all_in' }),
    ])
      expect(judged(meetings, given)).toMatchObject({
        stratum: 'cost|meeting|any',
        verdict: 'second_reviewer',
      });
    expect(judged(meetings, claim({ cpl: 5 })).verdict).toBe('no_norm');
  });
  it('says when the claim did not tell what a lead is', () => {
    expect(codes(judged(norms, claim({ cpl: 99 }, { lead_definition: '' })))).toContain(
      'lead_definition_not_said',
    );
  });
  it('abstains on cold-email cost per lead', () => {
    const verdict = judged(seededNorms, claim({ cpl: 2 }, { channel: 'cold_email_outbound' }));
    expect(verdict.verdict).toBe('no_norm');
  });
});

describe('LinkedIn and Meta are different markets', () => {
  const social = (family: string, value: number, label: string) =>
    figure(family, value, { channel: 'paid_social', tags: { channel_label: label } });
  const both = normsOf([
    ...four.concat(100).map((value, i) => social(`l${i}`, value, 'linkedin_ads')),
    ...four.map((_, i) => social(`m${i}`, 20, 'facebook_ads')),
  ]);
  const on = (platform: string | undefined, cpl: number) =>
    judged(both, claim({ cpl }, { channel: 'paid_social', platform }));
  it('judges each by its own figures', () => {
    expect(on('linkedin', 12)).toMatchObject({ channel: 'paid_social.linkedin', verdict: 'second_reviewer' });
    expect(on('meta', 12)).toMatchObject({ channel: 'paid_social.meta', verdict: 'plausible' });
  });
  it('assumes the platform with most figures when the claim names none, and does not call a second reviewer alone', () => {
    const verdict = on(undefined, 10);
    expect(verdict).toMatchObject({ channel: 'paid_social.linkedin', verdict: 'ask' });
    expect(codes(verdict)).toContain('platform_assumed');
    expect(on(undefined, 0.5).verdict).toBe('second_reviewer');
  });
});

describe('sub-verticals', () => {
  const mixed = normsOf([
    ...cell(four),
    ...['a', 'b'].map((name) => figure(name, 400, { tags: { subvertical: 'yes', segment: 'pi_ppc' } })),
  ]);
  it('are left out unless the claim names them', () => {
    expect(judged(mixed, claim({ cpl: 90 }))).toMatchObject({ n: 4, channel_n: 4 });
    expect(judged(mixed, claim({ cpl: 90 }, { subvertical: 'Personal injury' }))).toMatchObject({
      n: 6,
      channel_n: 4,
    });
    expect(judged(mixed, claim({ cpl: 90 }, { subvertical: 'dentists' })).n).toBe(4);
  });
});

describe('figures from elsewhere', () => {
  it('is one severity lower and says "US figures" when no figure is from the region of the campaign', () => {
    const abroad = judged(norms, claim({ cpl: 1 }, { country: 'DE' }));
    expect(abroad).toMatchObject({ verdict: 'ask', region_note: 'us_figures' });
    expect(judged(norms, claim({ cpl: 22 }, { country: 'DE' }))).toMatchObject({ verdict: 'plausible' });
    expect(judged(norms, claim({ cpl: 1 }))).toMatchObject({ verdict: 'second_reviewer', region_note: null });
  });
  it('keeps its severity when one family speaks for the region', () => {
    const withEurope = normsOf([...cell(four), figure('emea', 100, { region: 'EMEA' })]);
    const verdict = judged(withEurope, claim({ cpl: 1 }, { country: 'DE' }));
    expect(verdict).toMatchObject({ verdict: 'second_reviewer', region_note: null });
  });
  it('is lowered once, not twice, when the cell is empty as well', () => {
    const empty = normsOf([...four, 100].map((v, i) => figure(`e${i}`, v, { vertical: 'education' })));
    expect(judged(empty, claim({ cpl: 1 }, { country: 'GB' })).verdict).toBe('ask');
  });
  it('makes no remark when the claim names no country', () => {
    expect(judged(norms, claim({ cpl: 1 }, { country: undefined })).region_note).toBeNull();
  });
});

describe('rates', () => {
  const rates = (channel: string, value: number) =>
    [0, 1, 2, 3].map((i) =>
      figure(`r${i}`, value, { metric: 'sql_rate', channel, tags: { stage: 'mql_to_sql', denom: 'mqls' } }),
    );
  it('only ask, on the high side, and are marked low confidence', () => {
    const verdict = judged(normsOf(rates('paid_search', 29)), claim({ sql_rate: 99 }));
    expect(verdict).toMatchObject({ verdict: 'ask', level: 'cell', currency: null });
    expect(codes(verdict)).toContain('low_confidence');
    expect(verdict.asks_below).toBeGreaterThan(70);
    expect(judged(normsOf(rates('paid_search', 29)), claim({ sql_rate: 0 })).verdict).toBe('plausible');
  });
  it('fall back on figures published for all channels together, and say so', () => {
    expect(codes(judged(normsOf(rates('any', 29)), claim({ sql_rate: 30 })))).toContain('mixed_channels');
  });
  it('of another stage are never pooled', () => {
    const replies = [0, 1, 2, 3].map((i) =>
      figure(`r${i}`, 3, { metric: 'sql_rate', tags: { stage: 'lead_to_sql', denom: 'leads' } }),
    );
    expect(judged(normsOf(replies), claim({ sql_rate: 99 })).verdict).toBe('no_norm');
  });
});
