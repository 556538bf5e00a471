/** What an applicant may be told while writing: the item and how it stands, never the score. */
export interface Hint {
  criterion: string;
  hint: 'missing' | 'partial' | 'contradicted';
}

interface ReadCriteria {
  criteria: Readonly<Record<string, { verdict: string }>>;
  not_read?: boolean;
}

/** The open items of a reading in the order of the rubric; none where the language is not read. */
export function hintsOf(reading: ReadCriteria): Hint[] {
  if (reading.not_read === true) return [];
  const hints: Hint[] = [];
  for (const [criterion, { verdict }] of Object.entries(reading.criteria)) {
    if (verdict === 'missing' || verdict === 'partial' || verdict === 'contradicted') {
      hints.push({ criterion, hint: verdict });
    }
  }
  return hints;
}
