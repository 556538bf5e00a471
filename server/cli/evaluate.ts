import { readFile } from 'node:fs/promises';
import { loadRubricBook } from '../../seeds/policies/rubric.ts';
import { compileBook, readStatement } from '../compliance/reader/read.ts';
import { type Labelled, Tally } from '../compliance/reader/tally.ts';
import { labelsSchema, statementLine } from '../compliance/schema/statement-line.ts';

export const help =
  'evaluate FILE.jsonl     hold the reader against labelled statements and print how it does';

/** Reads lines as `score` does, each with `labels`; prints agreement per band, verdict, flag, criterion, language, channel and trap. */
export async function run(args: string[]): Promise<number> {
  const path = args[0];
  if (path === undefined) {
    process.stderr.write('Name a file of labelled JSON lines: assay evaluate FILE.jsonl\n');
    return 1;
  }
  let source: string;
  try {
    source = await readFile(path === '-' ? '/dev/stdin' : path, 'utf8');
  } catch (error) {
    process.stderr.write(
      `${path} can't be read: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    return 1;
  }
  const reader = compileBook(loadRubricBook());
  const tally = new Tally();
  let failed = false;
  source.split('\n').forEach((line, at) => {
    if (line.trim() === '') return;
    const parsed = statementLine(line);
    const labels = parsed.ok ? labelsSchema.safeParse(parsed.raw) : null;
    if (!parsed.ok || labels === null || !labels.success) {
      failed = true;
      process.stderr.write(
        `line ${at + 1}: ${parsed.ok ? 'no labels, or labels of another form' : parsed.error}\n`,
      );
      return;
    }
    const labelled: Labelled = {
      id: parsed.value.id,
      ...labels.data.labels,
      lang: labels.data.lang ?? '?',
      trap: labels.data.trap ?? '',
      channels: parsed.value.channels,
    };
    tally.add(labelled, readStatement(reader, parsed.value));
  });
  process.stdout.write(tally.report());
  return failed ? 1 : 0;
}
