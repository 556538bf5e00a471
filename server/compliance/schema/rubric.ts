import { z } from 'zod';

const id = z.string().regex(/^[a-z][a-z0-9_]*$/);
const verdictTable = z.strictObject({
  met: z.array(z.strictObject({ n: z.int().positive(), of: z.array(id).min(1) })).optional(),
  partial: z.array(z.strictObject({ n: z.int().positive(), of: z.array(id).min(1) })).optional(),
  contradicted: z.array(id).optional(),
});
const lists = z.record(z.string(), z.array(z.string().min(1)));

/** A rubric rule book: weights, caps, bands, vocabulary per language and the rules that combine it. */
export const rubricBookSchema = z.strictObject({
  version: z.string().regex(/^\d+\.\d+$/),
  credits: z.strictObject({
    met: z.number(),
    partial: z.number(),
    missing: z.number(),
    contradicted: z.number(),
  }),
  core: z.array(id).min(1),
  key: z.array(id),
  minor_penalty: z.strictObject({ each: z.number().nonnegative(), max: z.number().nonnegative() }),
  caps: z.record(id, z.number().min(0).max(100)),
  bands: z.strictObject({ pass_min: z.number(), review_min: z.number() }),
  channels: z.array(id).length(7),
  regions: z.array(id).min(1),
  criteria: z
    .array(z.strictObject({ id, area: id, weight: z.number().positive(), applies: z.string().min(1) }))
    .min(1),
  red_flags: z.array(z.strictObject({ id, severity: z.enum(['blocking', 'major', 'minor']) })).min(1),
  verdicts: z.record(id, verdictTable),
  regimes: z.record(id, z.array(id)),
  topics: z.array(z.string()),
  lexicon: z.record(z.string(), lists),
  rules: z.record(z.string(), z.array(z.string().min(1))),
  /** Small words that steer the reading: conjunctions, answers, words that take away. */
  word_roles: z.record(id, z.array(z.string().min(1))),
  /** Per language and tag: words it must be found in, and words it must not. */
  examples: z
    .record(
      z.string(),
      z.record(
        z.string(),
        z.strictObject({ holds: z.array(z.string().min(1)).min(1), not: z.array(z.string().min(1)).min(1) }),
      ),
    )
    .optional(),
  function_words: z.record(z.string(), z.array(z.string())),
  abbreviations: z.array(z.string()),
  number_words: z.array(z.string()),
  confusables: z.record(z.string(), z.string()),
});

export type RubricBook = z.infer<typeof rubricBookSchema>;
