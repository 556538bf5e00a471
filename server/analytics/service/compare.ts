import { type RubricBook, rubricBookSchema } from '../../compliance/schema/rubric.ts';
import { readByBook } from '../../compliance/service/read-by-book.ts';
import { Problem } from '../../kernel/problem.ts';
import { canonical, sha256 } from '../../platform/digest.ts';
import { checkDocument } from '../../policies/service/registry.ts';
import { type Compared, count, distanceTo, type Tally } from '../rules/tally.ts';
import type { PastDecision } from '../store/runs.ts';

export interface Draft {
  key: string;
  book: RubricBook;
}

/** A rubric ready to be tried out. Throws `invalid_input` naming every wrong place. */
export function draftOf(document: unknown): Draft {
  checkDocument('rubric', document);
  return { key: sha256(canonical(document)), book: rubricBookSchema.parse(document) };
}

export type Change = Compared & { id: string; distance: number };

/** Reads past decisions by the draft and counts them; gives those whose band would have been another. */
export async function compare(draft: Draft, past: readonly PastDecision[], tally: Tally): Promise<Change[]> {
  const readings = await readByBook(
    draft.key,
    draft.book,
    past.map(({ channels, regions, statement, data_sourcing }) => ({
      channels,
      regions,
      statement,
      data_sourcing,
    })),
  );
  const changes: Change[] = [];
  for (const [index, one] of past.entries()) {
    const reading = readings[index];
    if (!reading) throw new Problem('internal');
    const compared = {
      decision: one.decision,
      before: { band: one.band, score: one.score },
      after: { band: reading.band, score: reading.score },
    };
    const distance = distanceTo(reading.score, draft.book.bands);
    count(tally, compared, distance);
    if (one.band !== reading.band) changes.push({ ...compared, id: one.id, distance });
  }
  return changes;
}
