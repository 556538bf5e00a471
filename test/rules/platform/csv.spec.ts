import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { csvCell, csvLine } from '../../../server/kernel/csv.ts';
import { columnsOf } from '../../../server/platform/http/list-csv.ts';

describe('a cell', () => {
  it('trust 41: text that a spreadsheet would run is made plain, in half and full width', () => {
    for (const start of ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
      expect(csvCell(`${start}HYPERLINK("http://x.example")`)).toBe(
        `"'${start}HYPERLINK(""http://x.example"")"`,
      );
  });

  it('leaves numbers numbers, also those below zero', () => {
    expect([csvCell(-2), csvCell(1.5), csvCell(true)]).toEqual(['-2', '1.5', 'true']);
  });

  it('says nothing for nothing, quotes quotes, keeps separators and line ends inside', () => {
    expect([csvCell(null), csvCell(undefined), csvCell('')]).toEqual(['', '', '""']);
    expect(csvCell('say "hi", twice\r\nor not')).toBe('"say ""hi"", twice\r\nor not"');
  });

  it('writes instants as ISO, lists by semicolon, the rest as JSON', () => {
    expect(csvCell(new Date(Date.UTC(2026, 10, 2)))).toBe('"2026-11-02T00:00:00.000Z"');
    expect(csvCell(['DE', 'AT'])).toBe('"DE; AT"');
    expect(csvCell(['=1', 'AT'])).toBe(`"'=1; AT"`);
    expect(csvCell([{ a: 1 }])).toBe('"[{""a"":1}]"');
  });

  it('ends each record with CR LF (RFC 4180)', () => {
    expect(csvLine(['a', 1, null])).toBe('"a",1,\r\n');
  });
});

describe('the columns of an export', () => {
  it('are those of the reply schema, objects opened up, and no other', () => {
    const schema = z.object({
      id: z.string(),
      holder: z.object({ id: z.string(), name: z.string() }).nullable(),
      tags: z.array(z.string()).optional(),
    });
    expect(columnsOf(schema).map((path) => path.join('.'))).toEqual([
      'id',
      'holder.id',
      'holder.name',
      'tags',
    ]);
  });
});
