import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { StatementInput } from '../../../server/compliance/reader/types.ts';
import { flags, read } from './reading.ts';

/** Criterion, verdict and text (the sourcing answer for `source_*`); flag, whether it is raised, and text. */
const wordings: {
  criteria: [criterion: string, verdict: string, text: string][];
  flags: [flag: string, raised: boolean, text: string][];
} = JSON.parse(readFileSync(new URL('./wordings.json', import.meta.url), 'utf8'));

const outbound: Partial<StatementInput> = {
  channels: ['cold_email_outbound', 'linkedin_outbound'],
  data_sourcing: 'Company websites.',
};
const inbound: Partial<StatementInput> = { ...outbound, channels: ['content_seo_inbound'] };

describe('practices in ordinary words (M17)', () => {
  it.each(wordings.criteria)('%s is %s: %s', (criterion, verdict, text) => {
    const given = /^consent/.test(criterion) ? inbound : outbound;
    const reading = criterion.startsWith('source')
      ? read('We follow the GDPR.', { ...given, data_sourcing: text })
      : read(text, given);
    expect(reading.criteria[criterion]?.verdict).toBe(verdict);
  });
});

describe('red flags in ordinary words (M19, M20, M21)', () => {
  it.each(wordings.flags)('%s %s: %s', (flag, raised, text) => {
    const given = flag === 'gdpr_noncompliant_practice' ? inbound : outbound;
    expect(flags(read(text, given)).includes(flag)).toBe(raised);
  });
});
