import type { ApplicationState } from '../lifecycle.ts';
import type { DecisionState } from './decision-states.ts';

/** What a review command depends on, for the person who asks. */
export interface ReviewFacts {
  state: ApplicationState;
  round: number;
  maxRounds: number;
  reading: 'waiting' | 'read' | 'not_read';
  /** Who filled the sheet by hand that waits for a second person; null where none waits. */
  sheetBy: string | null;
  /** Claims that keep approval from being offered until corrected, withdrawn or let stand (M39). */
  blockingClaims: readonly { claimId: string; position: number; verdict: string }[];
  answeredRequests: number;
  /** Core gaps and blocking flags nobody has judged on their evidence yet, as `criterion:<id>` and `flag:<id>`. */
  openFindings: readonly string[];
  /** Findings whose override waits for an officer's co-signature, and whose it is. */
  waitingOverrides: readonly { finding: string; by: string }[];
  decision: { state: DecisionState; decidedBy: string; secondBy: string | null; finalAt: Date | null } | null;
  /** Who holds the open items of each kind. */
  holders: Partial<
    Record<'application' | 'second_decision', { itemId: string; id: string | null; name: string | null }>
  >;
  mine: { parts: readonly string[]; conflict: boolean; ownSubmission: boolean; newOfficer: boolean };
  now: Date;
}

export const reviewCommands = [
  'request_changes',
  'accept_item',
  'confirm_finding',
  'fill_sheet',
  'confirm_sheet',
  'override',
  'co_sign',
  'let_claim_stand',
  'approve',
  'reject',
  'second',
  'decline_second',
  'undo',
  'send_now',
  'reopen',
] as const;
export type ReviewCommand = (typeof reviewCommands)[number];

export interface Block {
  code: string;
  params: Record<string, string | number | boolean | null>;
}
