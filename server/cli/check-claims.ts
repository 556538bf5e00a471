import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import type { PlausibilityBook } from '../benchmarks/plausibility/book.ts';
import type { Claim, ClaimVerdict } from '../benchmarks/plausibility/claim.ts';
import type { NormVersion } from '../benchmarks/plausibility/figures.ts';
import { judgeClaim } from '../benchmarks/plausibility/judge.ts';
import { buildNorms } from '../benchmarks/plausibility/norms.ts';
import { parseFigures } from '../benchmarks/plausibility/parse-figures.ts';
import { indexYear, isCost, type Metric, metrics } from '../benchmarks/plausibility/scale.ts';
import { costBases, leadDefinitions, socialPlatforms } from '../benchmarks/schema/claim.ts';
import { plausibilityBookSchema } from '../benchmarks/schema/plausibility.ts';
import { channels, otherVertical, verticals } from '../kernel/taxonomy.ts';

export const help =
  'check-claims FILE.csv  hold claims against the published norms, one JSON line per row (- reads stdin)';

const required = ['id', 'channel', 'industry_vertical', 'metric', 'value', 'currency', 'year'] as const;
const seed = (path: string) => readFileSync(new URL(`../../seeds/${path}`, import.meta.url), 'utf8');
const complain = (words: string) => process.stderr.write(`${words}\n`);

function oneOf<T extends string>(column: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find((word) => word === text);
  if (found === undefined) throw new Error(`${column} "${text}" is not one of ${allowed.join(', ')}`);
  return found;
}

function matching(column: string, text: string, pattern: RegExp, expected: string): string {
  if (!pattern.test(text)) throw new Error(`${column} "${text}" is not ${expected}`);
  return text;
}

/** One row as a claim with a single figure. Throws an Error that says which column is wrong and what is expected. */
export function claimOfRow(row: Readonly<Record<string, string>>): { id: string; claim: Claim } {
  const cell = (column: string) => (row[column] ?? '').trim();
  const id = cell('id');
  if (id === '') throw new Error('id is empty');
  const metric: Metric = oneOf('metric', cell('metric'), metrics);
  const value = Number(matching('value', cell('value'), /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i, 'a number'));
  if (!Number.isFinite(value)) throw new Error(`value "${cell('value')}" is too large`);
  const currency = isCost(metric)
    ? matching('currency', cell('currency').toUpperCase(), /^[A-Z]{3}$/, 'an ISO 4217 code such as USD')
    : undefined;
  const vertical = cell('industry_vertical');
  if (vertical === '') throw new Error('industry_vertical is empty');
  const country = cell('country').toUpperCase();
  return {
    id,
    claim: {
      channel: oneOf('channel', cell('channel'), channels),
      vertical,
      platform: cell('platform') === '' ? undefined : oneOf('platform', cell('platform'), socialPlatforms),
      subvertical: cell('subvertical') || undefined,
      year: Number(matching('year', cell('year'), /^(19|20)\d\d$/, 'a year such as 2026')),
      currency,
      lead_definition: oneOf('lead_definition', cell('lead_definition'), ['', ...leadDefinitions]),
      cost_basis: oneOf('cost_basis', cell('cost_basis') || 'unknown', [...costBases, 'unknown']),
      country: country === '' ? undefined : matching('country', country, /^[A-Z]{2}$/, 'a two-letter code'),
      figures: { [metric]: value },
    },
  };
}

const rounded = (value: number | null, digits: number) =>
  value === null ? null : Number(value.toFixed(digits));

function line(id: string, verdict: ClaimVerdict): string {
  return JSON.stringify({
    id,
    verdict: verdict.verdict,
    norm: rounded(verdict.norm, 2),
    cell_median: rounded(verdict.cell_median, 2),
    n: verdict.n,
    families: verdict.families,
    level: verdict.level,
    ratio: rounded(verdict.ratio, 4),
    z: rounded(verdict.z, 4),
    percentile: rounded(verdict.percentile, 1),
    asks_below: rounded(verdict.asks_below, 2),
    version: verdict.version,
  });
}

/** The first norm version: the seeded figures under the seeded book, as of the last year of its price index. */
function seededNorms(): { norms: NormVersion; book: PlausibilityBook } {
  const book = plausibilityBookSchema.parse(JSON.parse(seed('policies/plausibility-1.0.json')));
  return {
    norms: buildNorms(parseFigures(seed('norms/published-benchmarks.csv')), book, indexYear(book)),
    book,
  };
}

interface Row {
  record: Record<string, string>;
  info: { lines: number };
}

/** Reads the rows that can be read; `complaints` counts the others, each already reported. */
function readRows(text: string): { rows: Row[]; complaints: number } {
  let complaints = 0;
  const rows: Row[] = parse(text, {
    bom: true,
    info: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      complaints += 1;
      complain(error?.message ?? 'a row could not be read');
      return undefined;
    },
    columns: (header: string[]) => {
      const names = header.map((name) => name.trim().toLowerCase());
      const missing = required.filter((column) => !names.includes(column));
      if (missing.length > 0) throw new Error(`columns missing: ${missing.join(', ')}`);
      return names;
    },
  });
  return { rows, complaints };
}

/** Prints a JSON line per readable row. Exit code 0, or 1 when anything could not be read. */
export async function run(args: readonly string[]): Promise<number> {
  const [file, ...rest] = args;
  if (file === undefined || rest.length > 0) {
    complain(`usage: assay ${help}`);
    return 1;
  }
  let input: { rows: Row[]; complaints: number };
  try {
    const bytes = file === '-' ? await buffer(process.stdin) : readFileSync(file);
    input = readRows(bytes.toString('utf8'));
  } catch (error) {
    complain(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
  const { norms, book } = seededNorms();
  const known = new Set<string>([...verticals, otherVertical]);
  let bad = input.complaints;
  for (const { record, info } of input.rows) {
    try {
      const { id, claim } = claimOfRow(record);
      if (!known.has(claim.vertical))
        complain(`line ${info.lines}: nothing is published about the vertical "${claim.vertical}"`);
      for (const verdict of judgeClaim(norms, book, claim)) process.stdout.write(`${line(id, verdict)}\n`);
    } catch (error) {
      bad += 1;
      const id = record.id?.trim();
      complain(
        `line ${info.lines}${id ? ` (${id})` : ''}: ${error instanceof Error ? error.message : error}`,
      );
    }
  }
  return bad === 0 ? 0 : 1;
}
