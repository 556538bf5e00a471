import type { FieldError } from '../../kernel/problem.ts';
import { type Reason, reasonGrounds } from '../schema/review.ts';

/** What a rejection may rest on. `texts` are the applicant's words as submitted. */
export interface ReasonGround {
  coreGaps: readonly string[];
  blockingFlags: readonly string[];
  /** Every criterion the reading found wanting: partial, missing or contradicted. */
  wanting: readonly string[];
  confirmed: ReadonlySet<string>;
  claimIds: readonly string[];
  round: number;
  maxRounds: number;
  texts: readonly string[];
}

export interface ReasonCheck {
  errors: FieldError[];
  /** Findings cited that no person has confirmed on their evidence. */
  unconfirmed: string[];
}

const judged: Partial<Record<Reason['code'], 'criterion' | 'flag'>> = {
  core_gap: 'criterion',
  blocking_flag: 'flag',
};

/** Each reason names what it rests on, by its code (M7). */
function groundless(reason: Reason): FieldError['pointer'] | null {
  const grounds = reasonGrounds[reason.code];
  return grounds.length > 0 && !grounds.some((ground) => reason[ground]) ? (grounds[0] ?? null) : null;
}

/**
 * Checks each reason code against what is on file: it names its ground, a core gap and a blocking flag must be there and confirmed by a
 * person, a claim must be one of this application, a quote must be the applicant's own words.
 */
export function checkReasons(reasons: readonly Reason[], ground: ReasonGround): ReasonCheck {
  const errors: FieldError[] = [];
  const unconfirmed: string[] = [];
  reasons.forEach((reason, at) => {
    const pointer = (field: string) => `/reasons/${at}/${field}`;
    const wanted = groundless(reason);
    if (wanted) errors.push({ pointer: pointer(wanted), code: 'missing' });
    const field = judged[reason.code];
    const cited = field && reason[field];
    if (field && cited) {
      const known = field === 'criterion' ? ground.coreGaps : ground.blockingFlags;
      if (!known.includes(cited)) errors.push({ pointer: pointer(field), code: 'not_found_in_reading' });
      else if (!ground.confirmed.has(`${field}:${cited}`)) unconfirmed.push(`${field}:${cited}`);
    }
    if (!field && reason.criterion && !ground.wanting.includes(reason.criterion))
      errors.push({ pointer: pointer('criterion'), code: 'not_found_in_reading' });
    if (reason.claim_id && !ground.claimIds.includes(reason.claim_id))
      errors.push({ pointer: pointer('claim_id'), code: 'not_of_this_application' });
    if (reason.code === 'incomplete_after_rounds' && ground.round < ground.maxRounds)
      errors.push({ pointer: pointer('code'), code: 'rounds_left', params: { round: ground.round } });
    const { quote } = reason;
    if (quote && !ground.texts.some((text) => text.includes(quote)))
      errors.push({ pointer: pointer('quote'), code: 'not_the_applicants_words' });
  });
  return { errors, unconfirmed };
}

/** Every text inside a form, for finding quotes in it. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(textsOf);
}
