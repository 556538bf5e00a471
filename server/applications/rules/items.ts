import type { ApplicationDraft } from '../schema/draft.ts';
import { type ApplicationForm, sourcingKeys } from '../schema/form.ts';

const wholeParts = [
  'organisation',
  'responsible_person',
  'offer',
  'statement',
  'lead_to_opportunity',
] as const;

/** The items of a form that changes can be asked for, each on its own: "statement", "sourcing.consent", "case_studies.cs-1". */
export function itemsOf(form: ApplicationForm): string[] {
  return [
    ...wholeParts,
    ...sourcingKeys.map((key) => `sourcing.${key}`),
    ...form.case_studies.map((one) => `case_studies.${one.id}`),
    ...form.references.map((one) => `references.${one.id}`),
  ];
}

type Entry = { id: string };

/** What the form holds under one item; undefined where there is no such item. */
export function itemValue(form: ApplicationForm | ApplicationDraft, item: string): unknown {
  const [part, key] = item.split('.', 2);
  const whole = (form as Record<string, unknown>)[part ?? ''];
  if (key === undefined) return whole;
  if (Array.isArray(whole)) return (whole as Entry[]).find((entry) => entry.id === key);
  return (whole as Record<string, unknown> | undefined)?.[key];
}

/**
 * The earlier form with exactly the asked items taken from the answer; everything else stays as it was,
 * whatever the answer says (requests reopen only their items).
 */
export function withAnswers(
  form: ApplicationForm,
  answer: ApplicationDraft,
  asked: readonly string[],
): ApplicationDraft {
  const next = structuredClone(form) as unknown as Record<string, unknown>;
  for (const item of asked) {
    const value = itemValue(answer, item);
    if (value === undefined) continue;
    const [part, key] = item.split('.', 2);
    const whole = next[part ?? ''];
    if (key === undefined) next[part ?? ''] = value;
    else if (Array.isArray(whole))
      next[part ?? ''] = (whole as Entry[]).map((entry) =>
        entry.id === key ? { ...(value as Entry), id: key } : entry,
      );
    else next[part ?? ''] = { ...(whole as Record<string, unknown>), [key]: value };
  }
  return next as ApplicationDraft;
}
