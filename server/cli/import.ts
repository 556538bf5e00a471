import { createReadStream, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { intakeInput } from '../applications/schema/intake.ts';
import { takeIn } from '../applications/service/intake.ts';
import { installationActor } from '../kernel/actor.ts';
import { Problem } from '../kernel/problem.ts';
import { parseBody } from '../platform/http/json.ts';
import { fieldErrors } from '../platform/http/reply.ts';
import type { Services } from '../platform/services.ts';
import { withDatabase } from './with-database.ts';

export const help =
  'import applications FILE.jsonl  take in applications, one JSON object a line; reports each line';

/** What became of one line. `exists`: an earlier import brought the same external_id. */
export interface LineReport {
  line: number;
  external_id?: string;
  result: 'imported' | 'exists' | 'failed';
  id?: string;
  number?: number;
  errors?: { pointer: string; code: string }[];
}

function problemReport(error: Problem): Pick<LineReport, 'result' | 'id' | 'errors'> {
  const earlier = error.params.application_id;
  if (error.code === 'conflict' && typeof earlier === 'string') return { result: 'exists', id: earlier };
  const reason = typeof error.params.reason === 'string' ? error.params.reason : error.code;
  return {
    result: 'failed',
    errors: error.fields.length > 0 ? error.fields : [{ pointer: '', code: reason }],
  };
}

/** Takes in one line: each in a transaction of its own, so that a bad one leaves the others standing. */
export async function importLine(services: Services, text: string, line: number): Promise<LineReport> {
  let external: { external_id?: string } = {};
  try {
    const given = parseBody(text);
    const parsed = intakeInput.safeParse(given);
    if (!parsed.success) return { line, result: 'failed', errors: fieldErrors(parsed.error, given) };
    const { external_id, locale, form } = parsed.data;
    if (external_id === undefined)
      return { line, result: 'failed', errors: [{ pointer: '/external_id', code: 'missing' }] };
    external = { external_id };
    const taken = await services.run({ actor: installationActor }, (uow) =>
      takeIn(uow, {
        source: 'import',
        externalId: external_id,
        locale,
        form: { ...form, case_studies: form.case_studies.map((one) => ({ ...one, file_ids: [] })) },
      }),
    );
    return { line, ...external, result: 'imported', id: taken.id, number: taken.number };
  } catch (error) {
    if (error instanceof Problem) return { line, ...external, ...problemReport(error) };
    throw error;
  }
}

/** Imports a file, reporting one JSON line each on standard output. Exit code 1 where any line failed. */
export async function run(args: string[]): Promise<number> {
  const [what, path, ...rest] = args;
  if (what !== 'applications' || !path || rest.length > 0) {
    process.stderr.write('Say: assay import applications FILE.jsonl (or - for standard input)\n');
    return 1;
  }
  if (path !== '-' && !statSync(path, { throwIfNoEntry: false })?.isFile()) {
    process.stderr.write(`${path} is not a file that can be read.\n`);
    return 1;
  }
  return withDatabase(async ({ services }) => {
    const input = path === '-' ? process.stdin : createReadStream(path, 'utf8');
    const counts = { imported: 0, exists: 0, failed: 0 };
    let line = 0;
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      line += 1;
      if (text.trim() === '') continue;
      const report = await importLine(services, line === 1 ? text.replace(/^\uFEFF/, '') : text, line);
      counts[report.result] += 1;
      process.stdout.write(`${JSON.stringify(report)}\n`);
    }
    process.stderr.write(
      `${counts.imported} imported, ${counts.exists} there already, ${counts.failed} failed\n`,
    );
    return counts.failed > 0 ? 1 : 0;
  });
}
