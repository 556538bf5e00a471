import type { Evidence, Reading } from '../reader/types.ts';
import type { CriterionReply, EvidenceReply, ReadingReply } from '../schema/reading.ts';
import type { RubricBook } from '../schema/rubric.ts';
import { type AnswerPlace, locate } from './compose.ts';

/** The findings of a reading as they are kept: evidence placed in the sourcing answers, criteria in the book's order. */
export interface StoredReading {
  rubric_version: string;
  not_read: boolean;
  criteria: CriterionReply[];
  red_flags: ReadingReply['red_flags'];
  caps: ReadingReply['caps'];
}

function placed(evidence: Evidence, map: readonly AnswerPlace[]): EvidenceReply {
  const { field, start, end, quote, rule } = evidence;
  const plain = { field, start, end, quote, rule };
  if (field === 'statement') return plain;
  const [part] = locate(map, start, end);
  return part ? { ...plain, part: part.key, part_start: part.start, part_end: part.end } : plain;
}

/** What the desk needs of a reading, independent of the book it was made under. */
export function storedReading(
  reading: Reading,
  book: RubricBook,
  map: readonly AnswerPlace[],
): StoredReading {
  // what was not read has no verdicts: people fill the sheet
  if (reading.not_read)
    return { rubric_version: reading.rubric_version, not_read: true, criteria: [], red_flags: [], caps: [] };
  return {
    rubric_version: reading.rubric_version,
    not_read: reading.not_read,
    criteria: book.criteria.flatMap(({ id, area }) => {
      const found = reading.criteria[id];
      if (!found) return [];
      return [
        {
          id,
          area,
          weight: found.weight,
          points: found.points,
          core: book.core.includes(id),
          key: book.key.includes(id),
          verdict: found.verdict,
          evidence: found.evidence.map((one) => placed(one, map)),
          looked_for: found.looked_for,
        },
      ];
    }),
    red_flags: reading.red_flags.map(({ id, severity, evidence }) => ({
      id,
      severity,
      evidence: evidence.map((one) => placed(one, map)),
    })),
    caps: reading.caps,
  };
}
