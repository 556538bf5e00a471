/** The number people say, APP-2026-000123: the year the application was begun and a number that never repeats. */
export function caseNumber(number: number | string, begun: Date): string {
  return `APP-${begun.getUTCFullYear()}-${String(number).padStart(6, '0')}`;
}
