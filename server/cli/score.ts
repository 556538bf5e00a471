import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { loadRubricBook } from '../../seeds/policies/rubric.ts';
import { compileBook, readStatement } from '../compliance/reader/read.ts';
import { scoreLine } from '../compliance/reader/report.ts';
import { statementLine } from '../compliance/schema/statement-line.ts';

export const help =
  'score FILE.jsonl|-      read statements, one JSON object per line, and print a score per line';

/** Reads `{id, channels, regions, statement, data_sourcing}` lines; prints one result line each. 1 when a line was bad. */
export async function run(args: string[]): Promise<number> {
  const path = args[0];
  if (path === undefined) {
    process.stderr.write('Name a file of JSON lines, or - for standard input: assay score FILE.jsonl\n');
    return 1;
  }
  const reader = compileBook(loadRubricBook());
  let number = 0;
  let failed = false;
  try {
    const input = path === '-' ? process.stdin : (await open(path)).createReadStream({ encoding: 'utf8' });
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number += 1;
      if (line.trim() === '') continue;
      const parsed = statementLine(line);
      if (!parsed.ok) {
        failed = true;
        process.stderr.write(
          `${JSON.stringify({ ...(parsed.id === undefined ? {} : { id: parsed.id }), line: number, error: parsed.error })}\n`,
        );
        continue;
      }
      const text = JSON.stringify(scoreLine(parsed.value.id, readStatement(reader, parsed.value)));
      if (!process.stdout.write(`${text}\n`))
        await new Promise((resolve) => process.stdout.once('drain', resolve));
    }
  } catch (error) {
    process.stderr.write(
      `${path} can't be read: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    return 1;
  }
  return failed ? 1 : 0;
}
