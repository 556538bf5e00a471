import { describe, expect, it } from 'vitest';
import { BLOCKING } from './flag-examples.ts';
import { OTHERS } from './flag-examples-major.ts';
import { book, flags, read } from './reading.ts';

const EXAMPLES = { ...BLOCKING, ...OTHERS };

describe('red flags of the rubric (M19, M20, M21)', () => {
  it('has examples for every flag of the book', () => {
    expect(Object.keys(EXAMPLES).sort()).toEqual(book.red_flags.map(({ id }) => id).sort());
  });
  for (const [id, { raised, quiet }] of Object.entries(EXAMPLES)) {
    it.each(raised)(`raises ${id}: $statement`, ({ statement, given }) => {
      const reading = read(statement, given);
      expect(flags(reading)).toContain(id);
      const field = reading.red_flags.find((flag) => flag.id === id);
      expect(field?.severity).toBe(book.red_flags.find((flag) => flag.id === id)?.severity);
    });
    it.each(quiet)(`does not raise ${id}: $statement`, ({ statement, given }) => {
      expect(flags(read(statement, given))).not.toContain(id);
    });
  }
});
