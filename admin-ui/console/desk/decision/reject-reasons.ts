import {
  type ReasonCode,
  type ReasonGroundName,
  reasonCodes,
  reasonGrounds,
} from '../../../../server/applications/schema/review.ts';
import type { Dossier, RejectReason } from '../../api/types.ts';
import { confirmationOf, criterionName, flagName } from '../state/findings.ts';

type Rests = 'criterion' | 'flag' | 'claim_id';
const groundsOf = (code: string): readonly ReasonGroundName[] => reasonGrounds[code as ReasonCode] ?? [];

/** The finding or claim a reason is chosen from; null where it rests on words or on nothing that is listed. */
export const restsOf = (code: string): Rests | null =>
  groundsOf(code).find((ground): ground is Rests => ground !== 'quote') ?? null;

/** Whether the finding is the only ground, or the applicant's words would do as well. */
export const mustChoose = (code: string): boolean => restsOf(code) !== null && !mayQuote(code);
export const mayQuote = (code: string): boolean => groundsOf(code).includes('quote');

/** Whether a reason names what it rests on (M7). */
export function hasGround(reason: RejectReason): boolean {
  const grounds = groundsOf(reason.code);
  return grounds.length === 0 || grounds.some((ground) => (reason[ground] ?? '').trim() !== '');
}

export interface Ground {
  id: string;
  /** False while nobody looked at its own evidence: then it cannot be cited. */
  usable: boolean;
  quotes: string[];
}

/** What a reason of this code can rest on in this application. */
export function groundsFor(code: string, { reading, claims }: Dossier): Ground[] {
  const confirmed = (name: string) => confirmationOf(reading, name)?.confirmed === true;
  const quotesOf = (evidence: readonly { quote: string }[]) => evidence.map((one) => one.quote);
  if (code === 'incoherent_statement')
    return reading.criteria
      .filter((one) => ['partial', 'missing', 'contradicted'].includes(one.verdict))
      .map((one) => ({ id: one.id, usable: true, quotes: quotesOf(one.evidence) }));
  if (code === 'core_gap')
    return reading.criteria
      .filter((one) => one.core && ['missing', 'contradicted'].includes(one.verdict))
      .map((one) => ({
        id: one.id,
        usable: confirmed(criterionName(one.id)),
        quotes: quotesOf(one.evidence),
      }));
  if (code === 'blocking_flag')
    return reading.red_flags
      .filter((one) => one.severity === 'blocking')
      .map((one) => ({ id: one.id, usable: confirmed(flagName(one.id)), quotes: quotesOf(one.evidence) }));
  if (code === 'claims_not_credible')
    return claims
      .filter((one) => ['arithmetic', 'second_reviewer', 'ask'].includes(one.worst_verdict))
      .map((one) => ({ id: one.id, usable: true, quotes: [] }));
  return [];
}

/** Codes that can be used here: those that rest on something only where there is something. */
export const codesFor = (dossier: Dossier): string[] =>
  reasonCodes.filter((code) => !mustChoose(code) || groundsFor(code, dossier).length > 0);

/** A reason while it is written; `key` tells two of the same code apart and stays here. */
export type ReasonDraft = RejectReason & { key: string };

export const newReason = (code: string): ReasonDraft => ({ code, key: `${code}-${Date.now().toString(36)}` });
