import type { CaseStudyDraft, Document, ReferenceDraft } from '../wire.ts';

/** A short id no entry of the list has yet, "cs-3". */
export function freeId(prefix: string, taken: readonly { id: string }[]): string {
  for (let n = 1; ; n += 1) {
    const id = `${prefix}-${n}`;
    if (!taken.some((one) => one.id === id)) return id;
  }
}

/** The list filled up to `least` empty entries, so that a form shows at once what is asked. */
export function atLeast<T extends { id: string }>(list: readonly T[], least: number, prefix: string): T[] {
  const full = [...list];
  while (full.length < least) full.push({ id: freeId(prefix, full) } as T);
  return full;
}

export const leastEntries = 2;
export const mostCases = 8;
export const mostReferences = 3;

export const casesOf = (document: Document): CaseStudyDraft[] =>
  atLeast(document.case_studies ?? [], leastEntries, 'cs');

export const referencesOf = (document: Document): ReferenceDraft[] =>
  atLeast(document.references ?? [], leastEntries, 'ref');

/** A new document begins with the two case studies and two references every application needs. */
export const withEntries = (document: Document): Document => ({
  ...document,
  case_studies: casesOf(document),
  references: referencesOf(document),
});
