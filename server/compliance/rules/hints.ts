import type { Reading } from '../reader/types.ts';

/** What the applicant is told while typing: criteria missing or only touched on, in the book's order; never the score. */
export function hintsOf(reading: Reading): { criterion: string; hint: 'missing' | 'partial' }[] {
  if (reading.not_read) return [];
  return Object.entries(reading.criteria).flatMap(([criterion, { verdict }]) =>
    verdict === 'missing' || verdict === 'partial' ? [{ criterion, hint: verdict }] : [],
  );
}
