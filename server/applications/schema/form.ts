import { z } from 'zod';
import { benchmarkFiguresSchema } from '../../benchmarks/schema/claim.ts';
import {
  channels,
  engagementModels,
  icpSizes,
  otherVertical,
  regions,
  verticals,
} from '../../kernel/taxonomy.ts';
import { emailKey, filled, line, said } from '../../kernel/text.ts';
import { countries } from './countries.ts';

export const locales = ['en', 'de'] as const;
export type Locale = (typeof locales)[number];

export const statementMax = 20_000;
export const answerMax = 4_000;

/** The four sourcing questions (M28), the description they belong to and the walk-through (M9). */
export const sourcingKeys = [
  'description',
  'where_from',
  'how_current',
  'consent',
  'safeguards',
  'walk_through',
] as const;
export type SourcingKey = (typeof sourcingKeys)[number];

const country = z
  .string()
  .refine((code) => countries.includes(code), { params: { code: 'no_such_country' } });
const email = line(254).pipe(z.email());
const phone = line(40).pipe(z.string().regex(/^\+?[0-9 ()/.-]{6,40}$/));
/** A host name without scheme or path; stored lower case. */
const webDomain = line(253)
  .transform((value) => value.toLowerCase())
  .pipe(z.string().regex(/^(?=.{4,253}$)([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/));
const entryId = z.string().regex(/^[a-z0-9-]{1,40}$/);
const unique = <T>(values: readonly T[]) => new Set(values).size === values.length;

export const organisationSchema = z.strictObject({
  legal_name: filled(200),
  trading_name: filled(200),
  form: z.enum(['sole_trader', 'company']),
  register: filled(120),
  register_number: filled(60),
  country,
  address: said(500),
  web_domain: webDomain,
});

export const responsiblePersonSchema = z.strictObject({
  name: filled(120),
  position: filled(120),
  email,
  phone,
});

export const offerSchema = z
  .strictObject({
    channels: z
      .array(z.enum(channels))
      .min(1)
      .max(7)
      .refine(unique, { params: { code: 'repeated' } }),
    primary_channel: z.enum(channels),
    regions: z
      .array(z.enum(regions))
      .min(1)
      .max(6)
      .refine(unique, { params: { code: 'repeated' } }),
    other_countries: z.array(country).max(60).default([]),
    verticals: z
      .array(z.enum([...verticals, otherVertical]))
      .min(1)
      .max(26)
      .refine(unique, { params: { code: 'repeated' } }),
    vertical_other: line(100).optional(),
    icp_sizes: z.array(z.enum(icpSizes)).min(1).max(3),
    engagement_models: z.array(z.enum(engagementModels)).min(1).max(3),
  })
  .superRefine((offer, context) => {
    if (!offer.channels.includes(offer.primary_channel))
      context.addIssue({ code: 'custom', path: ['primary_channel'], params: { code: 'not_declared' } });
    if (offer.regions.includes('other') && offer.other_countries.length === 0)
      context.addIssue({ code: 'custom', path: ['other_countries'], params: { code: 'missing' } });
    if (offer.verticals.includes(otherVertical) && !offer.vertical_other)
      context.addIssue({ code: 'custom', path: ['vertical_other'], params: { code: 'missing' } });
  });

export const caseStudySchema = z.strictObject({
  id: entryId,
  title: filled(160),
  client_name: filled(200),
  client_relation: z.enum(['current', 'former']),
  summary: said(4_000),
  figures: benchmarkFiguresSchema,
  file_ids: z.array(z.uuid()).max(10).default([]),
});
export type CaseStudy = z.infer<typeof caseStudySchema>;

export const referenceContactSchema = z.strictObject({
  id: entryId,
  name: filled(120),
  company: filled(200),
  position: filled(120),
  email,
  phone: phone.optional(),
  relation: z.enum(['current', 'former']),
});

/** "Declined to answer" is an answer (M11). Rate in percent. */
export const leadToOpportunitySchema = z.discriminatedUnion('answer', [
  z.strictObject({ answer: z.literal('rate'), rate: z.number().min(0).max(100) }),
  z.strictObject({ answer: z.literal('declined') }),
]);

export const sourcingSchema = z.strictObject({
  description: said(answerMax),
  where_from: said(answerMax),
  how_current: said(answerMax),
  consent: said(answerMax),
  safeguards: said(answerMax),
  walk_through: said(answerMax),
});

const words = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What is known of referees while a form is typed. */
interface Referees {
  responsible_person?: { email?: string | null | undefined } | undefined;
  references?:
    | readonly {
        name?: string | null | undefined;
        company?: string | null | undefined;
        email?: string | null | undefined;
      }[]
    | undefined;
}

/**
 * Referees that cannot count (M8): the applicant's own address, and one person named twice, by address or by name and
 * company. Each at the place of the later one.
 */
export function refereeFaults({ responsible_person: person, references = [] }: Referees) {
  const faults: { path: (string | number)[]; code: 'own_address' | 'same_person' }[] = [];
  const seen = new Set<string>();
  references.forEach((one, at) => {
    const address = one.email?.trim() ? emailKey(one.email) : null;
    const name = one.name && one.company ? `${words(one.name)} ${words(one.company)}` : null;
    if (address && person?.email && address === emailKey(person.email))
      faults.push({ path: ['references', at, 'email'], code: 'own_address' });
    const repeated = (key: string | null) => key !== null && seen.has(key);
    if (repeated(address)) faults.push({ path: ['references', at, 'email'], code: 'same_person' });
    else if (repeated(name)) faults.push({ path: ['references', at, 'name'], code: 'same_person' });
    for (const key of [address, name]) if (key) seen.add(key);
  });
  return faults;
}

/** The refinement that refuses referees who cannot count. */
export function realReferees(form: Referees, context: z.core.$RefinementCtx): void {
  for (const { path, code } of refereeFaults(form))
    context.addIssue({ code: 'custom', path, params: { code }, input: form });
}

/** The parts of the form, for those who take it in another dress. */
export const formParts = z.strictObject({
  organisation: organisationSchema,
  responsible_person: responsiblePersonSchema,
  offer: offerSchema,
  case_studies: z
    .array(caseStudySchema)
    .min(2)
    .max(8)
    .refine((all) => unique(all.map((one) => one.id)), { params: { code: 'repeated' } }),
  statement: said(statementMax),
  sourcing: sourcingSchema,
  references: z
    .array(referenceContactSchema)
    .min(2)
    .max(3)
    .refine((all) => unique(all.map((one) => one.id)), { params: { code: 'repeated' } }),
  lead_to_opportunity: leadToOpportunitySchema,
  /** The responsible person states that the answers are true and may be checked with the named references. */
  confirmed: z.literal(true),
});

/** The whole form as it must be to be submitted (M2, M8): two case studies or more, two or three client references. */
export const formSchema = formParts.superRefine(realReferees);
export type ApplicationForm = z.infer<typeof formSchema>;
