import { downloadCSV, type RaRecord } from 'react-admin';

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** One cell: text that a spreadsheet would run as a formula is made plain text. */
export function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return quoted(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
}

/** Rows as CSV with a header; columns are those of the first row. */
export function toCsv(rows: readonly Record<string, unknown>[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => columns.map((column) => cell(row[column])).join(','));
  return [columns.map(cell).join(','), ...lines].join('\r\n');
}

function flat(record: RaRecord): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => typeof value !== 'object'));
}

export const exportRows =
  <R extends RaRecord>(name: string, asRow: (record: R) => Record<string, unknown> = flat) =>
  (records: R[]): void =>
    downloadCSV(toCsv(records.map(asRow)), name);
