import type { Actor } from '../../kernel/actor.ts';
import type { ApplicationState } from '../lifecycle.ts';
import type { DecisionState } from './decision-states.ts';

/** What a review command depends on, for the person who asks. */
export interface ReviewFacts {
  state: ApplicationState;
  round: number;
  maxRounds: number;
  reading: 'waiting' | 'read' | 'not_read';
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

type Person = Extract<Actor, { kind: 'person' }>;
const block = (code: string, params: Block['params'] = {}): Block => ({ code, params });

function heldBy(kind: 'application' | 'second_decision', facts: ReviewFacts, person: Person): Block[] {
  const held = facts.holders[kind];
  if (held?.id === person.id) return [];
  return [
    block('not_holder', {
      item_id: held?.itemId ?? null,
      holder_id: held?.id ?? null,
      holder: held?.name ?? null,
      take_over: held !== undefined,
    }),
  ];
}

function tooClose({ mine }: ReviewFacts): Block[] {
  if (mine.conflict) return [block('own_involvement', { why: 'conflict_of_interest' })];
  return mine.ownSubmission ? [block('own_involvement', { why: 'own_submission' })] : [];
}

const inReview = (facts: ReviewFacts): Block[] =>
  facts.state === 'in_review' ? [] : [block('wrong_state', { state: facts.state, possible_in: 'in_review' })];

function standing({ decision }: ReviewFacts): Block[] {
  return decision?.state === 'awaiting_second' ? [block('decision_standing')] : [];
}

function readByThen(facts: ReviewFacts): Block[] {
  if (facts.reading === 'waiting') return [block('not_yet_read')];
  return facts.reading === 'not_read' ? [block('not_read')] : [];
}

function involvedBefore(facts: ReviewFacts, parts: readonly string[]): Block[] {
  const part = facts.mine.parts.find((one) => parts.includes(one));
  return part ? [block('own_involvement', { why: part })] : [];
}

/** The new officer approves nothing for a day; refusing and asking are open to them as to anybody. */
const stillNew = ({ mine }: ReviewFacts): Block[] => (mine.newOfficer ? [block('new_officer')] : []);

/** Nothing is decided while somebody's judgement of a finding waits to count. */
const coSignatures = (facts: ReviewFacts): Block[] =>
  facts.waitingOverrides.map(({ finding }) => block('override_waits', { finding }));

const review = (facts: ReviewFacts, person: Person): Block[] => [
  ...inReview(facts),
  ...tooClose(facts),
  ...standing(facts),
  ...(facts.state === 'in_review' && facts.decision?.state !== 'awaiting_second'
    ? heldBy('application', facts, person)
    : []),
];

const rules: Record<ReviewCommand, (facts: ReviewFacts, person: Person) => Block[]> = {
  request_changes: (facts, person) => [
    ...review(facts, person),
    ...(facts.round >= facts.maxRounds ? [block('rounds_used', { max: facts.maxRounds })] : []),
  ],
  accept_item: (facts, person) => [
    ...review(facts, person),
    ...(facts.answeredRequests === 0 ? [block('nothing_answered')] : []),
  ],
  confirm_finding: (facts, person) => [...review(facts, person), ...readByThen(facts)],
  override: (facts, person) => [...review(facts, person), ...readByThen(facts)],
  // An officer signs beside the holder's work, never an own judgement.
  co_sign: (facts, person) => [
    ...inReview(facts),
    ...tooClose(facts),
    ...standing(facts),
    ...(facts.waitingOverrides.length === 0 ? [block('no_override_waits')] : []),
    ...(person.roles.includes('compliance_officer') ? [] : [block('role', { role: 'compliance_officer' })]),
    ...(facts.waitingOverrides.length > 0 && facts.waitingOverrides.every(({ by }) => by === person.id)
      ? [block('second_person_required')]
      : []),
    ...stillNew(facts),
  ],
  // A second reviewer: neither the holder nor anybody who worked on it before.
  let_claim_stand: (facts, person) => [
    ...inReview(facts),
    ...tooClose(facts),
    ...standing(facts),
    ...(facts.blockingClaims.length === 0 ? [block('no_claim_blocks')] : []),
    ...(facts.holders.application?.id === person.id ? [block('second_person_required')] : []),
    ...involvedBefore(facts, ['held', 'requested_changes', 'decided']),
    ...stillNew(facts),
  ],
  approve: (facts, person) => [
    ...review(facts, person),
    ...readByThen(facts),
    ...coSignatures(facts),
    ...facts.blockingClaims.map(({ claimId, position, verdict }) =>
      block(`claim_${verdict}`, { claim_id: claimId, position }),
    ),
    ...involvedBefore(facts, ['seconded']),
    ...stillNew(facts),
  ],
  // Each core gap and blocking flag is judged on its own evidence before a rejection is offered, cited or not (M7).
  reject: (facts, person) => [
    ...review(facts, person),
    ...readByThen(facts),
    ...involvedBefore(facts, ['seconded']),
    ...coSignatures(facts),
    ...facts.openFindings.map((finding) => block('finding_unconfirmed', { finding })),
  ],
  second: (facts, person) => second(facts, person),
  decline_second: (facts, person) => second({ ...facts, mine: { ...facts.mine, newOfficer: false } }, person),
  undo: (facts, person) => [...beforeFinal(facts), ...partIn(facts, person)],
  send_now: (facts, person) => [
    ...beforeFinal(facts),
    ...(facts.decision?.state === 'awaiting_second' ? [block('second_person_required')] : []),
    ...partIn(facts, person),
  ],
  reopen: (facts, person) => [
    ...(facts.state === 'rejected'
      ? []
      : [block('wrong_state', { state: facts.state, possible_in: 'rejected' })]),
    ...tooClose(facts),
    ...(person.roles.includes('compliance_officer') ? [] : [block('role', { role: 'compliance_officer' })]),
    ...(facts.decision?.state === 'scheduled' ? [block('decision_standing')] : []),
  ],
};

function second(facts: ReviewFacts, person: Person): Block[] {
  if (facts.decision?.state !== 'awaiting_second') return [block('no_decision_waits')];
  return [
    ...tooClose(facts),
    ...(facts.decision.decidedBy === person.id ? [block('second_person_required')] : []),
    ...involvedBefore(facts, ['held', 'requested_changes', 'decided', 'seconded']),
    ...heldBy('second_decision', facts, person),
    ...stillNew(facts),
  ];
}

function beforeFinal({ decision, now }: ReviewFacts): Block[] {
  if (decision?.state === 'awaiting_second') return [];
  if (decision?.state !== 'scheduled') return [block(decision?.state === 'final' ? 'final' : 'no_decision')];
  return decision.finalAt !== null && decision.finalAt <= now ? [block('final')] : [];
}

/** Undoing and sending at once are for those who decided, and for a lead. */
function partIn({ decision }: ReviewFacts, person: Person): Block[] {
  if (person.extra.includes('lead')) return [];
  return decision?.decidedBy === person.id || decision?.secondBy === person.id ? [] : [block('not_yours')];
}

/** What keeps this person from this command now; empty where they may. */
export const blocksOf = (command: ReviewCommand, facts: ReviewFacts, person: Person): Block[] =>
  rules[command](facts, person);
