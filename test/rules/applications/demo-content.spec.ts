import { describe, expect, it } from 'vitest';
import { demoApplications } from '../../../seeds/demo/content.ts';
import { endings, inOrder, instantOf } from '../../../seeds/demo/plan.ts';
import { itemsOf } from '../../../server/applications/rules/items.ts';
import { examine } from '../../../server/applications/rules/missing.ts';
import { channels, regions, verticals } from '../../../server/kernel/taxonomy.ts';

const all = demoApplications();
const complete = all.flatMap((one) => ('form' in one ? [one] : []));

const shingles = (text: string) => {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return new Set(words.slice(0, -3).map((_, index) => words.slice(index, index + 4).join(' ')));
};
const jaccard = (left: Set<string>, right: Set<string>) => {
  const shared = [...left].filter((one) => right.has(one)).length;
  return shared / (left.size + right.size - shared || 1);
};

describe('the applications of the demo', () => {
  it('are about sixty firms, each under its own key and .example domain', () => {
    expect(all.length).toBeGreaterThanOrEqual(58);
    expect(all.length).toBeLessThanOrEqual(66);
    expect(new Set(all.map((one) => one.key)).size).toBe(all.length);
    const domains = complete.map((one) => one.form.organisation.web_domain);
    expect(new Set(domains).size).toBe(domains.length);
    expect(domains.every((domain) => domain.endsWith('.example'))).toBe(true);
    const mails = complete.flatMap((one) => [
      one.form.responsible_person.email,
      ...one.form.references.map((reference) => reference.email),
    ]);
    expect(mails.filter((mail) => !mail.endsWith('.example'))).toEqual([]);
  });

  it('cover every ending, channel, region and vertical, and German in a fifth of them', () => {
    expect(endings.filter((ending) => !all.some((one) => one.plan.ends === ending))).toEqual([]);
    const declared = <T>(pick: (offer: (typeof complete)[number]['form']['offer']) => T[]) =>
      new Set(complete.flatMap((one) => pick(one.form.offer)));
    expect(channels.filter((channel) => !declared((offer) => offer.channels).has(channel))).toEqual([]);
    expect(regions.filter((region) => !declared((offer) => offer.regions).has(region))).toEqual([]);
    expect(verticals.filter((vertical) => !declared((offer) => offer.verticals).has(vertical))).toEqual([]);
    expect(all.filter((one) => one.locale === 'de').length).toBeGreaterThanOrEqual(12);
  });

  it('are complete forms (M2) unless they are drafts, and drafts name what is missing', () => {
    for (const one of all) {
      const found = examine('form' in one ? one.form : one.draft);
      expect([one.key, found.complete]).toEqual([one.key, one.plan.ends !== 'draft']);
    }
  });

  it('ask for changes of items that exist, and answer exactly those', () => {
    for (const one of complete) {
      const asked = one.plan.story.flatMap((step) =>
        step.do === 'request_changes' ? step.items.map((entry) => entry.item) : [],
      );
      expect(asked.filter((item) => !itemsOf(one.form).includes(item))).toEqual([]);
      const accepted = one.plan.story.flatMap((step) => (step.do === 'accept_item' ? [step.item] : []));
      expect(accepted.filter((item) => !asked.includes(item))).toEqual([]);
    }
  });

  it('write their statements themselves: only the two planned pairs, the new firm of a rejected one and its like are close', () => {
    const texts = complete.map((one) => ({ key: one.key, shingles: shingles(one.form.statement) }));
    const close = texts.flatMap((left, index) =>
      texts
        .slice(index + 1)
        .filter((right) => jaccard(left.shingles, right.shingles) >= 0.3)
        .map((right) => `${left.key} ${right.key}`),
    );
    expect(close).toEqual(['ferncastle-partners kestrel-row', 'lindwurm-akquise talgrund-vertrieb']);
  });

  it('let one firm come back after its rejection under another name with the same number and phone (M12)', () => {
    const pick = (key: string) => complete.find((one) => one.key === key)?.form;
    const [before, after] = [pick('corvane-sales'), pick('harkaway-connect')];
    expect(after?.organisation.register_number).toBe(before?.organisation.register_number);
    expect(after?.responsible_person.phone).toBe(before?.responsible_person.phone);
    expect(after?.organisation.web_domain).not.toBe(before?.organisation.web_domain);
  });

  it('never speak of being made for show', () => {
    const spoken = complete.map((one) => JSON.stringify(one.form).toLowerCase()).join('\n');
    expect(spoken).not.toMatch(/\b(demo data|sample data|fictional|placeholder text|lorem)\b/);
  });
});

describe('the moments of a story', () => {
  it('hold their order on any day and at any hour', () => {
    expect(inOrder('-2d 09:00', '-2d 08:59')).toBe(false);
    expect(inOrder('-2d 09:00', '-1d 00:00')).toBe(true);
    expect(inOrder('-1d 17:00', '-20h')).toBe(false);
    expect(inOrder('-2d 17:00', '-20h')).toBe(true);
    expect(inOrder('-20h', '-14m')).toBe(true);
  });

  it('are instants relative to the day of the start', () => {
    const now = Date.UTC(2026, 2, 10, 0, 5);
    expect(new Date(instantOf('-3d 09:20', now)).toISOString()).toBe('2026-03-07T09:20:00.000Z');
    expect(new Date(instantOf('-14m', now)).toISOString()).toBe('2026-03-09T23:51:00.000Z');
  });
});
