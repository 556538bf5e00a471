/** Integer minor units (cents, pence) and an ISO 4217 currency. */
export interface Money {
  minor: number;
  currency: string;
}

/** Plain decimal text of minor units, "1875.00"; two decimals for every currency the desk accepts. */
export function decimal(minor: number): string {
  const sign = minor < 0 ? '-' : '';
  const abs = Math.abs(Math.trunc(minor));
  return `${sign}${Math.floor(abs / 100)}.${String(abs % 100).padStart(2, '0')}`;
}
