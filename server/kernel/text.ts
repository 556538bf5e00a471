import { z } from 'zod';

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Text PostgreSQL can hold and JSON can carry: no NUL, no lone surrogate. */
export const isStorable = (value: string): boolean => !value.includes('\u0000') && !loneSurrogate.test(value);

/** C0 controls except tab and line feed, delete, and C1 controls: never typed, often an attack on a log or header. */
function hasControls(value: string): boolean {
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at);
    if ((code < 0x20 && code !== 9 && code !== 10) || (code >= 0x7f && code <= 0x9f)) return true;
  }
  return false;
}
const bidi = /[\u202A-\u202E\u2066-\u2069\u200E\u200F]/;

/** One line of text for names and subjects: trimmed, no controls, line breaks or direction marks. */
export const line = (max: number) =>
  z
    .string()
    .max(max)
    .refine(isStorable, { params: { code: 'unstorable' } })
    .refine((value) => !hasControls(value) && !/[\n\t]/.test(value) && !bidi.test(value), {
      params: { code: 'control_characters' },
    })
    .transform((value) => value.trim());

/** Text of several lines, kept exactly as typed (offsets are cut from it). */
export const prose = (max: number) =>
  z
    .string()
    .max(max)
    .refine(isStorable, { params: { code: 'unstorable' } });

/** Marks, spaces and letters that print nothing: zero-width characters, fillers, an empty braille cell. */
const unseen = /[\s\p{C}\p{Z}\p{M}\u115F\u1160\u2800\u3164\uFFA0]/gu;

/** Whether a reader sees anything of it: text of invisible characters alone is empty. */
export const isVisible = (text: string): boolean => text.replace(unseen, '').length > 0;

/** Several lines of which a reader sees something, kept exactly as typed. */
export const said = (max: number) => prose(max).refine(isVisible, { params: { code: 'missing' } });

/** One line of which a reader sees something. */
export const filled = (max: number) => line(max).refine(isVisible, { params: { code: 'missing' } });

/** Mail addresses are compared without case and without a +tag. */
export function emailKey(email: string): string {
  const [local = '', domain = ''] = email.trim().toLowerCase().split('@');
  return `${local.split('+')[0]}@${domain}`;
}
