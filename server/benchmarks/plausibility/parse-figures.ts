import { parse } from 'csv-parse/sync';
import type { PublishedFigure } from './figures.ts';

const columns = [
  'channel',
  'industry_vertical',
  'metric',
  'value_low',
  'value_typical',
  'value_high',
  'unit',
  'currency',
  'region',
  'year',
  'source_title',
  'source_publisher',
  'source_url',
  'note',
] as const;
type Row = Record<(typeof columns)[number], string>;

/** The `key=value` parts of a note; free words between them are dropped. The first mention of a key counts. */
export function parseTags(note: string): Record<string, string> {
  const tags: Record<string, string> = {};
  for (const part of note.split(';')) {
    const match = /^\s*([a-z_]+)=(.*?)\s*$/.exec(part);
    if (match?.[1] !== undefined && match[2] !== undefined) tags[match[1]] ??= match[2];
  }
  return tags;
}

function number(text: string, column: string, line: number): number | null {
  if (text.trim() === '') return null;
  const value = Number(text);
  if (!Number.isFinite(value)) throw new Error(`line ${line}: ${column} is not a number: ${text}`);
  return value;
}

/** Reads the published figures from CSV text with a header. Throws an Error naming line and column of what is wrong. */
export function parseFigures(text: string): PublishedFigure[] {
  const records: { record: Row; info: { lines: number } }[] = parse(text, {
    bom: true,
    columns: (header: string[]) => {
      const missing = columns.filter((column) => !header.includes(column));
      if (missing.length > 0) throw new Error(`columns missing: ${missing.join(', ')}`);
      return header;
    },
    info: true,
    skip_empty_lines: true,
  });
  return records.map(({ record, info }) => ({
    row: info.lines,
    channel: record.channel,
    vertical: record.industry_vertical,
    metric: record.metric,
    low: number(record.value_low, 'value_low', info.lines),
    typical: number(record.value_typical, 'value_typical', info.lines),
    high: number(record.value_high, 'value_high', info.lines),
    currency: record.currency,
    region: record.region,
    year: number(record.year, 'year', info.lines),
    title: record.source_title,
    publisher: record.source_publisher,
    url: record.source_url,
    tags: parseTags(record.note),
  }));
}
