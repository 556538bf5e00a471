/** What a spreadsheet would take for a formula at the start of a cell, in half and full width (trust 41, OWASP ASVS 1.2.10). */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

const scalar = (value: unknown): boolean => typeof value !== 'object' || value === null;

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value) && value.every(scalar)) return value.join('; ');
  return JSON.stringify(value);
}

/** One cell: quoted text that no spreadsheet runs; numbers and truth values bare; nothing for nothing. */
export function csvCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = textOf(value);
  return `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

/** One record with its line end (RFC 4180). */
export const csvLine = (values: readonly unknown[]): string => `${values.map(csvCell).join(',')}\r\n`;
