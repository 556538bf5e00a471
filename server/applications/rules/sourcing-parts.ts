import { type SourcingKey, sourcingKeys } from '../schema/form.ts';

/**
 * The sourcing answers in the form's order for the composed text (M28). Labels are plain numbers on purpose: words of
 * ours must never count for or against what an applicant wrote.
 */
export function sourcingParts(
  sourcing: Partial<Record<SourcingKey, string | null | undefined>>,
): { key: SourcingKey; label: string; text: string }[] {
  return sourcingKeys.map((key, at) => ({ key, label: `(${at + 1})`, text: sourcing[key] ?? '' }));
}
