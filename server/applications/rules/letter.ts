import type { ApplicationForm } from '../schema/form.ts';
import type { ChannelOutcomes, Reason } from '../schema/review.ts';

/** Words of the letter's language by key, with values filled in; undefined where there are none. */
export type Phrase = (key: string, values?: Record<string, string>) => string | undefined;

const asList = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');
const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The name of an item for the applicant: case studies and references by their own title. */
export function itemLabel(item: string, form: ApplicationForm, phrase: Phrase): string {
  const [part = '', key = ''] = item.split('.', 2);
  const title =
    part === 'case_studies'
      ? form.case_studies.find((one) => one.id === key)?.title
      : part === 'references'
        ? form.references.find((one) => one.id === key)?.name
        : undefined;
  if (title !== undefined) return phrase(`item.${part}`, { title }) ?? item;
  return phrase(`item.${item}`) ?? item;
}

export function requestsText(
  requests: readonly { item: string; words: string }[],
  form: ApplicationForm,
  phrase: Phrase,
): string {
  return asList(
    requests.map(({ item, words }) => {
      const values = { item: itemLabel(item, form, phrase), words: flat(words) };
      return phrase('request', values) ?? `${values.item}: ${values.words}`;
    }),
  );
}

export function channelsText(outcomes: ChannelOutcomes, phrase: Phrase): string {
  const lines = Object.entries(outcomes).flatMap(([channel, one]) => {
    if (!one) return [];
    const key = one.outcome === 'open' && one.reason ? 'outcome.open_reason' : `outcome.${one.outcome}`;
    const values = { channel: phrase(`channel.${channel}`) ?? channel, reason: flat(one.reason ?? '') };
    return [(phrase(key, values) ?? channel).trim()];
  });
  return asList(lines);
}

/**
 * The reasons of a rejection: each with its code, criterion or flag and rule-book version, and the applicant's own words
 * relied on; where something was not found, that it was looked for.
 */
export function reasonsText(
  reasons: readonly Reason[],
  versions: { rubric: string; plausibility: string },
  phrase: Phrase,
): string {
  const paragraphs = reasons.map((reason) => {
    const words = phrase(`reason.${reason.code}`, {
      rubric_version: versions.rubric,
      plausibility_version: versions.plausibility,
      criterion: phrase(`criterion.${reason.criterion ?? ''}`) ?? reason.criterion ?? '',
      criterion_id: reason.criterion ?? '',
      flag: phrase(`flag.${reason.flag ?? ''}`) ?? reason.flag ?? '',
      flag_id: reason.flag ?? '',
    });
    const quoted = reason.quote
      ? phrase('quote', { quote: flat(reason.quote) })
      : reason.code === 'core_gap'
        ? phrase('quote.none')
        : undefined;
    return [words ?? reason.code, quoted].filter((part) => part !== undefined).join('\n');
  });
  return paragraphs.join('\n\n');
}
