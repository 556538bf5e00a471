/** The mark between whole and part as the reader's locale writes it. */
const decimalOf = (locale: string): string =>
  new Intl.NumberFormat(locale).formatToParts(1.5).find((part) => part.type === 'decimal')?.value ?? '.';

/** The plain decimal text of a typed number, or null where it cannot be told for certain what was meant. */
function plain(text: string, locale: string, decimals: number): string | null {
  const bare = text.replace(/[\s\u00a0\u202f'’]/g, '').replace(/^[€$£]|[€$£%]$/g, '');
  if (!/^\d[\d.,]*$/.test(bare)) return null;
  const decimal = decimalOf(locale);
  const last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
  if (last < 0) return bare;
  const mark = bare.charAt(last);
  const other = mark === '.' ? ',' : '.';
  const tail = bare.length - last - 1;
  const once = bare.indexOf(mark) === last;
  const grouped = new RegExp(`^\\d{1,3}(\\${mark}\\d{3})+$`).test(bare);
  if (once && tail >= 1 && tail <= decimals && !(grouped && mark !== decimal)) {
    const whole = bare.slice(0, last);
    const fine = !whole.includes(other) || new RegExp(`^\\d{1,3}(\\${other}\\d{3})+$`).test(whole);
    return fine ? `${whole.replaceAll(other, '')}.${bare.slice(last + 1)}` : null;
  }
  if (grouped && mark !== decimal) return bare.replaceAll(mark, '');
  return null;
}

/** "1,875.50" (en) or "1.875,50" (de) as integer minor units, 187550; null where it is not clearly an amount. */
export function minorOf(text: string, locale: string): number | null {
  const found = plain(text, locale, 2);
  if (found === null) return null;
  const [whole = '', part = ''] = found.split('.');
  const minor = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return Number.isSafeInteger(minor) ? minor : null;
}

/** A typed number with up to so many decimals; null where it is none. */
export function numberOf(text: string, locale: string, decimals: number): number | null {
  const found = plain(text, locale, decimals);
  const value = found === null ? Number.NaN : Number(found);
  return Number.isFinite(value) ? value : null;
}

const shown = (value: number, locale: string, least: number, most: number): string =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: most }).format(value);

/** Minor units as a person would type them back. */
export const minorText = (minor: number, locale: string): string =>
  shown(minor / 100, locale, minor % 100 === 0 ? 0 : 2, 2);

export const numberText = (value: number, locale: string, decimals: number): string =>
  shown(value, locale, 0, decimals);
