import type { Dossier, RejectReason } from '../../api/types.ts';
import { confirmationOf, criterionName, flagName } from '../state/findings.ts';

/** Every reason code of a rejection and what it has to name. */
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

type Rests = 'criterion' | 'flag' | 'claim_id';
const rests: Record<string, Rests> = {
  core_gap: 'criterion',
  blocking_flag: 'flag',
  claims_not_credible: 'claim_id',
};

export const restsOf = (code: string): Rests | null => rests[code] ?? null;

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
  reasonCodes.filter((code) => restsOf(code) === null || groundsFor(code, dossier).length > 0);

/** A reason while it is written; `key` tells two of the same code apart and stays here. */
export type ReasonDraft = RejectReason & { key: string };

export const newReason = (code: string): ReasonDraft => ({ code, key: `${code}-${Date.now().toString(36)}` });
