import { z } from 'zod';
import { line } from '../../kernel/text.ts';
import { caseStudySchema, formParts, locales, realReferees } from './form.ts';

/** The form as a machine sends it: complete, and without files, which only the applicant attaches. */
export const intakeFormSchema = formParts
  .extend({
    case_studies: z
      .array(caseStudySchema.omit({ file_ids: true }))
      .min(2)
      .max(8)
      .refine((all) => new Set(all.map((one) => one.id)).size === all.length, {
        params: { code: 'repeated' },
      }),
  })
  .superRefine(realReferees);

export const intakeInput = z.strictObject({
  /** The sender's own name for this application; a second one under the same name is refused. */
  external_id: line(120).pipe(z.string().min(1)).optional(),
  locale: z.enum(locales),
  form: intakeFormSchema,
});
export type IntakeInput = z.infer<typeof intakeInput>;

export const intakeReply = z.object({
  id: z.string(),
  number: z.number(),
  case_number: z.string(),
  state: z.string(),
  /** Where the applicant follows the application; shown once. */
  status_link: z.string(),
});
