import type { Translate } from './text.tsx';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Integer minor units as money of the reader's locale; whole amounts without decimals when `brief`. */
export function money(minor: number, currency: string, locale: string, brief = false): string {
  const whole = brief && minor % 100 === 0;
  const digits = whole ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {};
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency, ...digits }).format(minor / 100);
  } catch {
    return `${number(minor / 100, locale, 2)} ${currency}`;
  }
}

export const number = (value: number, locale: string, decimals = 0): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: decimals }).format(value);

/** `value` in percent: 12.5 is "12.5 %". */
export const percent = (value: number, locale: string, decimals = 1): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: decimals }).format(value / 100);

export const date = (iso: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(iso));

/** "2025-03" as a month of the reader's locale. */
export const month = (value: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${value}-01T00:00:00Z`),
  );

/** The instant in the reader's zone, to the second, with the zone's name. */
export const exact = (iso: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long' }).format(new Date(iso));

export const clock = (iso: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(new Date(iso));

/** A length of time in its largest useful unit: "40 min", "3 h", "2 d". */
export function span(ms: number, t: Translate): string {
  const size = Math.abs(ms);
  if (size < minute) return t('time.seconds', { n: Math.max(1, Math.round(size / 1000)) });
  if (size < hour) return t('time.minutes', { n: Math.round(size / minute) });
  if (size < 2 * day) return t('time.hours', { n: Math.round(size / hour) });
  return t('time.days', { n: Math.round(size / day) });
}

/** "3 h ago", "in 2 d", "just now". */
export function relative(iso: string, now: number, t: Translate): string {
  const ms = new Date(iso).getTime() - now;
  if (Math.abs(ms) < 45_000) return t('time.now');
  return t(ms < 0 ? 'time.ago' : 'time.ahead', { span: span(ms, t) });
}

/** "due in 3 h" or "overdue 1 d". */
export function urgency(dueAt: string, now: number, t: Translate): string {
  const ms = new Date(dueAt).getTime() - now;
  return t(ms < 0 ? 'time.overdue' : 'time.due_in', { span: span(ms, t) });
}

/** Minutes and seconds left, "9:05"; never below zero. */
export function countdown(ms: number): string {
  const left = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
}

export function countryName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

export const bytes = (size: number, locale: string): string =>
  size < 1_000_000
    ? `${number(Math.max(1, size / 1000), locale)} kB`
    : `${number(size / 1_000_000, locale, 1)} MB`;
