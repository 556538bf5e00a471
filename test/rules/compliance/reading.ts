import { loadRubricBook } from '../../../seeds/policies/rubric.ts';
import { compileBook, readStatement } from '../../../server/compliance/reader/read.ts';
import type { Reading, StatementInput } from '../../../server/compliance/reader/types.ts';

export const book = loadRubricBook();
export const reader = compileBook(book);

/** Reads a statement of an agency that mails cold in the EU unless the test says otherwise. */
export function read(statement: string, given: Partial<StatementInput> = {}): Reading {
  return readStatement(reader, {
    channels: ['cold_email_outbound'],
    regions: ['eu'],
    data_sourcing:
      'Company websites and trade registers, read by hand. Link and date are stored per contact.',
    ...given,
    statement,
  });
}

export function flags(reading: Reading): string[] {
  return reading.red_flags.map(({ id }) => id);
}
