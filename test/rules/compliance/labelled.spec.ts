import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readStatement } from '../../../server/compliance/reader/read.ts';
import { type Labelled, Tally } from '../../../server/compliance/reader/tally.ts';
import { labelsSchema, statementLine } from '../../../server/compliance/schema/statement-line.ts';
import { flags, reader } from './reading.ts';

const lines = (name: string): string[] =>
  readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean);

const labelled = (name: string) =>
  lines(name).map((line) => {
    const parsed = statementLine(line);
    if (!parsed.ok) throw new Error(parsed.error);
    const { labels, lang = '', trap = '' } = labelsSchema.parse(parsed.raw);
    return {
      label: {
        id: parsed.value.id,
        ...labels,
        lang,
        trap,
        channels: parsed.value.channels,
      } satisfies Labelled,
      reading: readStatement(reader, parsed.value),
      half: (parsed.raw as { half?: string }).half,
    };
  });
const dev = labelled('statements-dev.jsonl');

describe('the labelled development statements', () => {
  it('never lets a statement labelled reject pass', () => {
    expect(
      dev.filter(({ label, reading }) => label.expected_band === 'reject' && reading.band === 'pass'),
    ).toEqual([]);
  });
  it('puts at least 92 in 100 into their band', () => {
    const right = dev.filter(({ label, reading }) => label.expected_band === reading.band).length;
    expect(right / dev.length).toBeGreaterThanOrEqual(0.92);
  });
  it('gives at least 9 in 10 verdicts as labelled', () => {
    let all = 0;
    let right = 0;
    for (const { label, reading } of dev) {
      for (const [id, verdict] of Object.entries(label.criteria)) {
        all += 1;
        if (reading.criteria[id]?.verdict === verdict) right += 1;
      }
    }
    expect(right / all).toBeGreaterThanOrEqual(0.9);
  });
  it('flags no verified purchase as unverified', () => {
    for (const { label, reading } of dev.filter(({ label }) => /dev-0(67|32|08|74)$/.test(label.id))) {
      expect(flags(reading), label.id).not.toContain('purchased_list_unverified');
    }
  });
  it('is told by the tally with the figures people ask for', () => {
    const tally = new Tally();
    for (const { label, reading } of dev) tally.add(label, reading);
    const report = tally.report();
    for (const words of [
      'band accuracy',
      'reject read as pass 0',
      'macro-F1',
      'gap recall',
      'blocking precision',
    ]) {
      expect(report).toContain(words);
    }
  });
});

describe('120 statements in other voices, written by someone who did not know the vocabulary', () => {
  const voices = labelled('statements-voices.jsonl');
  it.each(['tune', 'report'])('lets no statement labelled reject pass in the half to %s', (half) => {
    const passed = voices.filter(
      (one) => one.half === half && one.label.expected_band === 'reject' && one.reading.band === 'pass',
    );
    expect(passed.map(({ label }) => label.id)).toEqual([]);
  });
  it('puts at least 7 in 10 of the half it was tuned on into their band, and half of the half it never saw', () => {
    const share = (half: string): number => {
      const some = voices.filter((one) => one.half === half);
      return some.filter(({ label, reading }) => label.expected_band === reading.band).length / some.length;
    };
    expect(share('tune')).toBeGreaterThanOrEqual(0.7);
    expect(share('report')).toBeGreaterThanOrEqual(0.5);
  });
  it('shows words for every verdict but missing', () => {
    for (const { label, reading } of [...dev, ...voices])
      for (const [id, { verdict, evidence }] of Object.entries(reading.criteria))
        if (verdict !== 'missing') expect(evidence.length, `${label.id} ${id} ${verdict}`).toBeGreaterThan(0);
  });
});

describe('statements written apart from the vocabulary', () => {
  it.each(lines('statements-own.jsonl').map((line) => JSON.parse(line)))('$id is in band $expect', (own) => {
    const reading = readStatement(reader, own);
    expect(reading.band).toBe(own.expect);
    for (const flag of own.flags.filter((one: string) => one !== 'not_read'))
      expect(flags(reading)).toContain(flag);
  });
});
