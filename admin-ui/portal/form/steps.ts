import type { Translate } from '../../shared/text.tsx';
import { wordsOf } from '../draft/hooks.tsx';
import { within } from '../draft/path.ts';
import type { MissingItem } from '../wire.ts';

export const steps = [
  'firm',
  'person',
  'offer',
  'cases',
  'statement',
  'sourcing',
  'references',
  'check',
] as const;
export type Step = (typeof steps)[number];

const parts: Record<Step, readonly string[]> = {
  firm: ['organisation'],
  person: ['responsible_person'],
  offer: ['offer'],
  cases: ['case_studies', 'lead_to_opportunity'],
  statement: ['statement'],
  sourcing: ['sourcing'],
  references: ['references'],
  check: ['confirmed'],
};

/** The step a missing item is found in. */
export const stepOf = (item: string): Step =>
  steps.find((step) => parts[step].some((part) => within(item, part))) ?? 'check';

/** The open items of one step, in the form's order. */
export const missingIn = (missing: readonly MissingItem[], step: Step): MissingItem[] =>
  missing.filter(({ item }) => stepOf(item) === step);

export const isStep = (value: string | null): value is Step =>
  (steps as readonly string[]).includes(value ?? '');

/** Which entry of a list an item lies in, counted from 0. */
export const entryOf = (item: string): number | null => {
  const found = /^(?:case_studies|references)\.(\d+)(?:\.|$)/.exec(item)?.[1];
  return found === undefined ? null : Number(found);
};

/** An item as a person would say it: "Case study 2: Cost per lead". */
export function itemWords(t: Translate, item: string): string {
  const entry = entryOf(item);
  const list = item.split('.')[0];
  const label = t(`${wordsOf(item)}.label`, { _: '' }) || t('portal.check.unnamed');
  if (entry === null) return label;
  const which = t(`portal.entry.${list}`, { n: entry + 1 });
  return /\.\d+$/.test(item) ? which : t('portal.check.within', { which, label });
}

/** What is the matter with an item, in words. */
export const itemProblem = (t: Translate, { item, code }: MissingItem): string =>
  t(`${wordsOf(item)}.problem_${code}`, { _: '' }) || t(`field.${code}`, { _: '' }) || t('field.invalid');
