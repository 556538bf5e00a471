import { threads } from '../../platform/threads.ts';
import type { BriefReading } from '../reader/read-many.ts';
import type { RubricBook } from '../schema/rubric.ts';

export interface StatementToRead {
  channels: string[];
  regions: string[];
  statement: string;
  data_sourcing: string;
}

const engine = new URL('../reader/read-many.ts', import.meta.url);

/** Reads statements by any book, a draft too, in a thread of their own; nothing is kept. `key` names the book's wording. */
export const readByBook = (
  key: string,
  book: RubricBook,
  statements: readonly StatementToRead[],
): Promise<BriefReading[]> => threads().call(engine, 'readMany', { key, book, statements });
