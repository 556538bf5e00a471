import { z } from 'zod';

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Text PostgreSQL can hold and JSON can carry: no NUL, no lone surrogate. */
export const isStorable = (value: string): boolean => !value.includes('\u0000') && !loneSurrogate.test(value);

// C0 controls except tab and line feed, and C1 controls: never typed, often an attack on a log or header.
const controls = /[\u0001-\u0008\u000B-\u001F\u007F-\u009F]/;
const bidi = /[\u202A-\u202E\u2066-\u2069\u200E\u200F]/;

/** One line of text for names and subjects: trimmed, no controls, line breaks or direction marks. */
export const line = (max: number) =>
  z
    .string()
    .max(max)
    .refine(isStorable, { params: { code: 'unstorable' } })
    .refine((value) => !controls.test(value) && !/[\n\t]/.test(value) && !bidi.test(value), {
      params: { code: 'control_characters' },
    })
    .transform((value) => value.trim());

/** Text of several lines, kept exactly as typed (offsets are cut from it). */
export const prose = (max: number) =>
  z
    .string()
    .max(max)
    .refine(isStorable, { params: { code: 'unstorable' } });
