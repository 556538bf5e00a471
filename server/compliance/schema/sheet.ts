import { z } from 'zod';
import { prose } from '../../kernel/text.ts';
import { verdicts } from './reading.ts';

const id = z.string().regex(/^[a-z][a-z0-9_]{0,60}$/);
/** The applicant's own words a judgement rests on, exactly as they stand in the statement or a sourcing answer. */
const quote = prose(2000);

export const sheetVerdict = z.strictObject({ verdict: z.enum(verdicts), quote: quote.optional() });
export const sheetBody = z.strictObject({
  verdicts: z.record(id, sheetVerdict),
  flags: z.record(id, z.strictObject({ quote })),
});
export type Sheet = z.infer<typeof sheetBody>;

/** What a sheet asks for: every criterion that applies, those that may, and every flag of the book. */
export const sheetReply = z.object({
  rubric_version: z.string(),
  criteria: z.array(
    z.object({
      id: z.string(),
      area: z.string(),
      core: z.boolean(),
      weight: z.number(),
      optional: z.boolean(),
    }),
  ),
  red_flags: z.array(z.object({ id: z.string(), severity: z.enum(['blocking', 'major', 'minor']) })),
  filled: z
    .object({
      state: z.enum(['awaiting_second', 'confirmed', 'returned', 'replaced']),
      by: z.object({ id: z.string(), name: z.string() }),
      at: z.date(),
      reason: z.string().nullable(),
      verdicts: z.record(z.string(), sheetVerdict),
      flags: z.record(z.string(), z.object({ quote: z.string() })),
    })
    .nullable(),
});
export type SheetReply = z.infer<typeof sheetReply>;
