import { compileBook, type Reader, readStatement } from './read.ts';
import type { Band, Book, StatementInput } from './types.ts';

export interface BriefReading {
  score: number;
  band: Band;
  coherent: boolean;
  notRead: boolean;
}
interface Asked {
  /** Names the book, so that a thread compiles it once. */
  key: string;
  book: Book;
  statements: readonly StatementInput[];
}

let kept: { key: string; reader: Reader } | null = null;

/** Reads many statements by one book and says of each only how it comes out. */
export function readMany({ key, book, statements }: Asked): BriefReading[] {
  if (kept?.key !== key) kept = { key, reader: compileBook(book) };
  const { reader } = kept;
  return statements.map((statement) => {
    const { score, band, coherent, not_read } = readStatement(reader, statement);
    return { score, band, coherent, notRead: not_read };
  });
}
