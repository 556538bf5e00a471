import { z } from 'zod';
import { sheetBody } from '../../compliance/schema/sheet.ts';
import { channels } from '../../kernel/taxonomy.ts';
import { filled, line, prose, said } from '../../kernel/text.ts';

export const applicationParams = z.strictObject({ id: z.uuid() });

/** A letter as the person left it: never empty. Placeholders still standing are refused by the command. */
export const letterBody = z.strictObject({
  subject: filled(200),
  body: said(20_000),
});
export type Letter = z.infer<typeof letterBody>;

export const outcomes = ['accept', 'refuse', 'open'] as const;
export type Outcome = (typeof outcomes)[number];
export const channelOutcome = z.strictObject({ outcome: z.enum(outcomes), reason: said(500).optional() });
export const channelOutcomes = z.partialRecord(z.enum(channels), channelOutcome);
export type ChannelOutcomes = z.infer<typeof channelOutcomes>;

export const reasonCodes = [
  'incoherent_statement',
  'core_gap',
  'blocking_flag',
  'claims_not_credible',
  'identity_not_established',
  'references_unusable',
  'incomplete_after_rounds',
  'conduct',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

export type ReasonGroundName = 'criterion' | 'flag' | 'claim_id' | 'quote';
/**
 * What each reason must name: one of these. Rounds that are used up stand on file by themselves; conduct is no text of the
 * applicant's, so it rests on the letter, which cannot be empty (M7).
 */
export const reasonGrounds: Readonly<Record<ReasonCode, readonly ReasonGroundName[]>> = {
  incoherent_statement: ['quote', 'criterion'],
  core_gap: ['criterion'],
  blocking_flag: ['flag'],
  claims_not_credible: ['claim_id'],
  identity_not_established: ['quote'],
  references_unusable: ['quote'],
  incomplete_after_rounds: [],
  conduct: [],
};

const finding = z.string().regex(/^[a-z][a-z0-9_]{0,60}$/);
export const reasonSchema = z.strictObject({
  code: z.enum(reasonCodes),
  criterion: finding.optional(),
  flag: finding.optional(),
  claim_id: z.uuid().optional(),
  /** The applicant's own words relied on, exactly as they wrote them. */
  quote: said(2000).optional(),
});
export type Reason = z.infer<typeof reasonSchema>;
const reasons = z.array(reasonSchema).min(1).max(20);

export const itemRequest = z.strictObject({ item: line(100).pipe(z.string().min(1)), words: said(2000) });
const requests = z
  .array(itemRequest)
  .min(1)
  .max(20)
  .refine((all) => new Set(all.map((one) => one.item)).size === all.length, { params: { code: 'repeated' } });

export const approveBody = z.strictObject({ channels: channelOutcomes, letter: letterBody });
export const rejectBody = z.strictObject({ reasons, letter: letterBody });
export const requestChangesBody = z.strictObject({
  requests,
  /** A sentence of the reviewer's own in the letter. */
  note: prose(2000).optional(),
  letter: letterBody.optional(),
});
export const secondBody = z.discriminatedUnion('agree', [
  z.strictObject({ agree: z.literal(true) }),
  z.strictObject({ agree: z.literal(false), reason: said(2000) }),
]);
export const undoBody = z.strictObject({ reason: prose(2000).optional() });
export const reopenBody = z.strictObject({ reason: said(2000) });
export const acceptItemBody = z.strictObject({ request_id: z.uuid() });
export const confirmFindingBody = z.strictObject({
  finding: z.string().regex(/^(criterion|flag):[a-z][a-z0-9_]*$/),
  confirmed: z.boolean(),
});
export const overrideBody = z.strictObject({
  finding: z.string().regex(/^(criterion|flag):[a-z][a-z0-9_]*$/),
  judged: z.enum(['met', 'partial', 'missing', 'contradicted', 'lifted', 'raised']),
  reason: said(2000),
});
export const coSignBody = z.discriminatedUnion('agree', [
  z.strictObject({ override_id: z.uuid(), agree: z.literal(true) }),
  z.strictObject({ override_id: z.uuid(), agree: z.literal(false), reason: said(2000) }),
]);
export const fillSheetBody = sheetBody;
export const confirmSheetBody = z.discriminatedUnion('agree', [
  z.strictObject({ agree: z.literal(true) }),
  z.strictObject({ agree: z.literal(false), reason: said(2000) }),
]);
export const letClaimStandBody = z.strictObject({ claim_id: z.uuid(), reason: said(2000) });

export const previewBody = z.strictObject({
  kind: z.enum(['approve', 'reject', 'request_changes']),
  channels: channelOutcomes.optional(),
  reasons: z.array(reasonSchema).max(20).optional(),
  requests: z
    .array(z.strictObject({ item: line(100), words: prose(2000) }))
    .max(20)
    .optional(),
  note: prose(2000).optional(),
  locale: z.enum(['en', 'de']).optional(),
});
export type PreviewInput = z.infer<typeof previewBody>;
export const previewReply = z.object({
  subject: z.string(),
  body: z.string(),
  placeholders_left: z.array(z.string()),
});

export const draftKinds = ['approve', 'reject', 'request_changes', 'note'] as const;
export type DraftKind = (typeof draftKinds)[number];
const draftContent = z
  .record(z.string().max(100), z.unknown())
  .refine((content) => JSON.stringify(content).length <= 100_000, { params: { code: 'too_long' } });
export const saveDraftBody = z.strictObject({ kind: z.enum(draftKinds), content: draftContent });
export const discardDraftBody = z.strictObject({ kind: z.enum(draftKinds) });
export const draftReply = z.object({ kind: z.enum(draftKinds), updated_at: z.date().nullable() });

/** What every review command answers: the head of the dossier as it is now. */
export const headReply = z.object({
  id: z.string(),
  version: z.number(),
  state: z.string(),
  round: z.number(),
});
/** A reason as it was given; what it rests on depends on its code. */
const reasonReply = z.object({
  code: z.string(),
  criterion: z.string().optional(),
  flag: z.string().optional(),
  claim_id: z.string().optional(),
  quote: z.string().optional(),
});
export const decisionReply = z.object({
  id: z.string(),
  kind: z.enum(['approve', 'reject']),
  state: z.enum(['awaiting_second', 'scheduled', 'final', 'undone', 'declined']),
  decided_by: z.object({ id: z.string(), name: z.string() }),
  decided_at: z.coerce.date(),
  second_reasons: z.array(z.string()),
  second_by: z.object({ id: z.string(), name: z.string() }).nullable(),
  final_at: z.coerce.date().nullable(),
  closed_at: z.coerce.date().nullable(),
  reasons: z.array(reasonReply),
  channels: z.record(z.string(), z.object({ outcome: z.string(), reason: z.string().optional() })),
  score_id: z.string(),
  claim_verdict_ids: z.array(z.string()),
  policy_version_ids: z.array(z.string()),
  letter: z.object({ id: z.string(), subject: z.string(), body: z.string() }),
  version: z.number(),
});
export const afterDecisionReply = headReply.extend({
  decision: decisionReply.nullable(),
  next_item_id: z.string().nullable(),
});
