import { describe, expect, it } from 'vitest';
import { figuresAt, figuresPerChannel } from '../../../seeds/load/figures.ts';
import { generateApplication } from '../../../seeds/load/generate.ts';
import { textAt, textCount } from '../../../seeds/load/texts.ts';
import { formSchema } from '../../../server/applications/schema/form.ts';
import { channels } from '../../../server/kernel/taxonomy.ts';

const first = Array.from({ length: 50_000 }, (_, n) => generateApplication(n));

describe('the applications of a load', () => {
  it('are complete forms under the form schema (M2)', () => {
    for (let n = 0; n < 50_000; n += 61) {
      const result = formSchema.safeParse(generateApplication(n).form);
      expect([n, result.error?.issues ?? []]).toEqual([n, []]);
    }
  });

  it('are the same for the same number', () => {
    expect(generateApplication(4_711)).toEqual(generateApplication(4_711));
    expect(generateApplication(1).form.organisation).not.toEqual(generateApplication(2).form.organisation);
  });

  it('hold at least 5,000 distinct statements among the first 50,000', () => {
    expect(new Set(first.map((one) => one.form.statement)).size).toBeGreaterThanOrEqual(5_000);
    expect(new Set(Array.from({ length: textCount }, (_, index) => textAt(index).statement)).size).toBe(
      textCount,
    );
  });

  it('belong to firms of their own: number, domain, phone and address occur once', () => {
    const kinds = [
      first.map((one) => one.form.organisation.web_domain),
      first.map((one) => `${one.form.organisation.register} ${one.form.organisation.register_number}`),
      first.map((one) => one.form.organisation.address),
      first.map((one) => `${one.form.organisation.country} ${one.form.responsible_person.phone}`),
    ];
    expect(kinds.map((values) => new Set(values).size)).toEqual([50_000, 50_000, 50_000, 50_000]);
    expect(first.every((one) => one.form.organisation.web_domain.endsWith('.example'))).toBe(true);
  });

  it('mix sound statements with gaps and hopeless ones, in English and German', () => {
    const texts = Array.from({ length: textCount }, (_, index) => textAt(index));
    const share = (test: (text: (typeof texts)[number]) => boolean) => texts.filter(test).length / textCount;
    expect(share((text) => text.quality === 'strong')).toBeCloseTo(0.5, 2);
    expect(share((text) => text.quality === 'weak')).toBeCloseTo(0.2, 2);
    expect(share((text) => text.locale === 'de')).toBeGreaterThan(0.1);
  });

  it('claim costs on both sides of the usual, some absurd, some that do not add up (M38, M39)', () => {
    for (const channel of channels) {
      const all = Array.from({ length: figuresPerChannel }, (_, index) => figuresAt(channel, index));
      const wrong = all.filter(
        (one) => (one.spend_minor ?? 0) * 2 < one.cpl_minor * (one.lead_count ?? 0),
      ).length;
      expect(wrong / all.length).toBeGreaterThan(0.005);
      expect(wrong / all.length).toBeLessThan(0.03);
      const costs = all.map((one) => one.cpl_minor).sort((a, b) => a - b);
      expect((costs[1_000] ?? 0) / (costs[20] ?? 1)).toBeGreaterThan(8);
    }
  });

  it('are written fast enough for a million: at least 20,000 a second of one core', () => {
    const rounds = Array.from({ length: 3 }, (_, round) => {
      const before = process.cpuUsage();
      for (let n = 0; n < 20_000; n++) generateApplication(round * 20_000 + n);
      return 20_000 / (process.cpuUsage(before).user / 1_000_000);
    });
    expect(Math.max(...rounds)).toBeGreaterThan(20_000);
  });
});
