import { z } from 'zod';
import { prose } from '../../kernel/text.ts';
import { answerMax, statementMax } from './form.ts';

/**
 * The form while it is typed: the same shape, every part optional, any text within the lengths, numbers also as the
 * text that was typed. Unknown fields are refused; what is wrong or missing is said by rules/missing, not here.
 */
const typed = (max: number) => prose(max).nullable().optional();
const typedNumber = z
  .union([z.number(), z.string().max(40)])
  .nullable()
  .optional();
const choice = z.string().max(60).nullable().optional();
const choices = z.array(z.string().max(60)).max(60).optional();
const entryId = z.string().regex(/^[a-z0-9-]{1,40}$/);

export const draftFiguresSchema = z.strictObject({
  channel: choice,
  vertical: choice,
  vertical_other: typed(100),
  icp: z.strictObject({ size: choice, definition: typed(500) }).optional(),
  campaign_objective: typed(300),
  cpl_minor: typedNumber,
  currency: choice,
  qualified_lead_rate: typedNumber,
  sql_rate: typedNumber,
  timeframe: z.strictObject({ from: choice, to: choice }).optional(),
  lead_definition: choice,
  cost_basis: choice,
  country: choice,
  spend_minor: typedNumber,
  lead_count: typedNumber,
  platform: choice,
  subvertical: typed(100),
});

export const draftSchema = z.strictObject({
  organisation: z
    .strictObject({
      legal_name: typed(200),
      trading_name: typed(200),
      form: choice,
      register: typed(120),
      register_number: typed(60),
      country: choice,
      address: typed(500),
      web_domain: typed(253),
    })
    .optional(),
  responsible_person: z
    .strictObject({ name: typed(120), position: typed(120), email: typed(254), phone: typed(40) })
    .optional(),
  offer: z
    .strictObject({
      channels: choices,
      primary_channel: choice,
      regions: choices,
      other_countries: choices,
      verticals: choices,
      vertical_other: typed(100),
      icp_sizes: choices,
      engagement_models: choices,
    })
    .optional(),
  case_studies: z
    .array(
      z.strictObject({
        id: entryId,
        title: typed(160),
        client_name: typed(200),
        client_relation: choice,
        summary: typed(4_000),
        figures: draftFiguresSchema.optional(),
        file_ids: z.array(z.uuid()).max(10).optional(),
      }),
    )
    .max(8)
    .optional(),
  statement: typed(statementMax),
  sourcing: z
    .strictObject({
      description: typed(answerMax),
      where_from: typed(answerMax),
      how_current: typed(answerMax),
      consent: typed(answerMax),
      safeguards: typed(answerMax),
      walk_through: typed(answerMax),
    })
    .optional(),
  references: z
    .array(
      z.strictObject({
        id: entryId,
        name: typed(120),
        company: typed(200),
        position: typed(120),
        email: typed(254),
        phone: typed(40),
        relation: choice,
      }),
    )
    .max(6)
    .optional(),
  lead_to_opportunity: z.strictObject({ answer: choice, rate: typedNumber }).optional(),
  confirmed: z.boolean().optional(),
});
export type ApplicationDraft = z.infer<typeof draftSchema>;
