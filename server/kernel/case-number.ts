/** The number people say, APP-2026-000123: the year the application was begun and a number that never repeats. */
export function caseNumber(number: number | string, begun: Date): string {
  return `APP-${begun.getUTCFullYear()}-${String(number).padStart(6, '0')}`;
}

/** A row as it is read, before it has the number people say. */
export type Numbered<T extends { case_number: string }> = Omit<T, 'case_number'> & {
  number: number;
  created_at: Date;
};

/** The row with the number people say instead of what it is made of. */
export function withCaseNumber<T extends { case_number: string }>(row: Numbered<T>): T {
  const { number, created_at, ...rest } = row;
  return { ...rest, case_number: caseNumber(number, created_at) } as unknown as T;
}
