import { z } from 'zod';

const instant = z.iso.datetime({ offset: true });
const finding = z.string().regex(/^(criterion|flag):[a-z][a-z0-9_]*$/);
/** Decided since `from`, before `to`. */
const period = { from: instant.optional(), to: instant.optional() };
const verdict = z.enum(['met', 'partial', 'missing', 'contradicted', 'raised']);
const judged = z.enum(['met', 'partial', 'missing', 'contradicted', 'lifted']);

/** One finding of the rubric: how often people judged it otherwise than the machine. */
export const agreementReply = z.object({
  /** The finding itself, `criterion:<id>` or `flag:<id>`. */
  id: z.string(),
  kind: z.enum(['criterion', 'flag']),
  /** Decided applications whose reading carries it. */
  judged: z.int(),
  overturned: z.int(),
  /** Of those judged, 0 to 1, with the range the true share lies in by chance. */
  share: z.number(),
  low: z.number(),
  high: z.number(),
  /** From the machine's verdict to the people's; `of`: how often the machine said so. */
  directions: z.array(z.object({ from: verdict, to: judged, count: z.int(), of: z.int() })),
});

export const agreementFilter = z.strictObject({
  kind: z.enum(['criterion', 'flag']).optional(),
  ...period,
});
export type AgreementFilter = z.infer<typeof agreementFilter>;

const person = z.object({ id: z.uuid(), name: z.string() });

/** One judgement that stands against the machine's, with the application it is about. */
export const agreementCaseReply = z.object({
  id: z.uuid(),
  application_id: z.uuid(),
  case_number: z.string(),
  trading_name: z.string(),
  decision: z.enum(['approved', 'rejected']),
  finding: z.string(),
  machine: verdict,
  judged,
  reason: z.string(),
  by: person,
  co_signed_by: person.nullable(),
  at: z.date(),
});

export const agreementCaseFilter = z.strictObject({
  finding: finding.optional(),
  machine: verdict.optional(),
  judged: judged.optional(),
  ...period,
});
export type AgreementCaseFilter = z.infer<typeof agreementCaseFilter>;
