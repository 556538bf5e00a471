import { describe, expect, it } from 'vitest';
import { loadRubricBook } from '../../../seeds/policies/rubric.ts';
import { overrideLifecycle } from '../../../server/compliance/lifecycle.ts';
import { compileBook, readStatement } from '../../../server/compliance/reader/read.ts';
import {
  adjust,
  findingsWith,
  machineSays,
  needsCoSignature,
} from '../../../server/compliance/rules/override.ts';
import { storedReading } from '../../../server/compliance/rules/stored-reading.ts';
import { rubricBookSchema } from '../../../server/compliance/schema/rubric.ts';
import { step } from '../../../server/kernel/machine.ts';

const book = rubricBookSchema.parse(await loadRubricBook());
const read = (statement: string) => {
  const reading = readStatement(compileBook(book), {
    channels: ['cold_email_outbound'],
    regions: ['uk'],
    statement,
    data_sourcing: '',
  });
  return { machine: reading, kept: { ...storedReading(reading, book, []), coherent: reading.coherent } };
};
const poor = read(
  'We follow the UK GDPR and PECR. We buy lists of contacts from brokers and start mailing at once. Nobody can opt out.',
);

describe('a reading with judgements of people', () => {
  it('without any comes out as the machine read it', () => {
    const adjusted = adjust(book, poor.kept, []);
    expect(adjusted.score).toBe(poor.machine.score);
    expect(adjusted).toMatchObject({ band: poor.machine.band, coherent: poor.machine.coherent });
    expect(adjusted.completeness).toBe(poor.machine.completeness);
  });

  it('is scored by the same weights and caps: a lifted blocking flag caps nothing any more', () => {
    expect(poor.kept.red_flags.some(({ severity }) => severity === 'blocking')).toBe(true);
    const lifted = poor.kept.red_flags.map(({ id }) => ({
      finding: `flag:${id}`,
      judged: 'lifted' as const,
    }));
    expect(adjust(book, poor.kept, lifted).caps.map(({ reason }) => reason.split(':')[0])).not.toContain(
      'blocking_flag',
    );
    const all = poor.kept.criteria.map(({ id }) => ({ finding: `criterion:${id}`, judged: 'met' as const }));
    expect(adjust(book, poor.kept, [...lifted, ...all])).toMatchObject({
      score: 100,
      band: 'pass',
      coherent: true,
    });
  });

  it('is incoherent where people say that it contradicts itself', () => {
    const all = poor.kept.criteria.map(({ id }) => ({
      finding: `criterion:${id}`,
      judged: id === 'internal_consistency' ? ('contradicted' as const) : ('met' as const),
    }));
    expect(adjust(book, { ...poor.kept, red_flags: [] }, all)).toMatchObject({
      coherent: false,
      band: 'reject',
    });
  });

  it('replaces the verdict and leaves the evidence', () => {
    const { criteria } = findingsWith(poor.kept, [
      { finding: 'criterion:regulatory_scope', judged: 'partial' },
    ]);
    const before = poor.kept.criteria.find(({ id }) => id === 'regulatory_scope');
    expect(criteria.find(({ id }) => id === 'regulatory_scope')).toEqual({ ...before, verdict: 'partial' });
  });

  it('knows only findings it has: criteria take verdicts, flags are lifted', () => {
    const says = (finding: string, judged: 'met' | 'lifted' | 'raised') =>
      machineSays(poor.kept, { finding, judged });
    expect(says('criterion:opt_out_mechanism', 'lifted')).toBeNull();
    expect(says('criterion:nonsense', 'met')).toBeNull();
    expect(says('flag:nonsense', 'lifted')).toBeNull();
    expect(says(`flag:${poor.kept.red_flags[0]?.id}`, 'met')).toBeNull();
    expect(says(`flag:${poor.kept.red_flags[0]?.id}`, 'lifted')).toBe('raised');
    expect(says(`flag:${poor.kept.red_flags[0]?.id}`, 'raised')).toBe('raised');
    expect(says('criterion:opt_out_mechanism', 'raised')).toBeNull();
  });
});

describe('who may override alone', () => {
  const flag = (severity: 'blocking' | 'major' | 'minor') => ({
    ...poor.kept,
    red_flags: [{ id: 'x', severity, evidence: [] }],
  });
  const cases: [string, Parameters<typeof needsCoSignature>, boolean][] = [
    ['a reviewer, a criterion that is not core', [poor.kept, 'criterion:retention', false, false], false],
    ['a reviewer, a core criterion', [poor.kept, 'criterion:opt_out_mechanism', false, false], true],
    ['a reviewer, whatever moves the band', [poor.kept, 'criterion:retention', true, false], true],
    ['a reviewer, a minor flag', [flag('minor'), 'flag:x', false, false], false],
    ['a reviewer, a major flag', [flag('major'), 'flag:x', false, false], false],
    ['a reviewer, a blocking flag', [flag('blocking'), 'flag:x', false, false], true],
    ['an officer, a core criterion', [poor.kept, 'criterion:opt_out_mechanism', false, true], false],
    ['an officer, a blocking flag that moves the band', [flag('blocking'), 'flag:x', true, true], false],
  ];
  for (const [who, given, needed] of cases)
    it(`${who}: ${needed ? 'an officer signs as well' : 'alone'}`, () =>
      expect(needsCoSignature(...given)).toBe(needed));
});

describe('the way of an override', () => {
  const leads: Record<string, Record<string, string>> = {
    awaiting_co_signature: {
      stand: 'standing',
      co_sign: 'standing',
      refuse: 'refused',
      withdraw: 'withdrawn',
    },
    standing: { withdraw: 'withdrawn' },
    withdrawn: {},
    refused: {},
  };
  for (const state of overrideLifecycle.states)
    for (const name of Object.keys(
      overrideLifecycle.commands,
    ) as (keyof typeof overrideLifecycle.commands)[]) {
      const to = leads[state]?.[name];
      it(`${name} from ${state} ${to ? `leads to ${to}` : 'is refused'}`, () => {
        if (to) expect(step(overrideLifecycle, state, name)).toBe(to);
        else expect(() => step(overrideLifecycle, state, name)).toThrow(/wrong_state/);
      });
    }
});
