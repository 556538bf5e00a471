import type { Actor } from '../../kernel/actor.ts';
import type { Block, ReviewFacts } from './review-facts.ts';

export type Person = Extract<Actor, { kind: 'person' }>;
export const block = (code: string, params: Block['params'] = {}): Block => ({ code, params });

export function heldBy(kind: 'application' | 'second_decision', facts: ReviewFacts, person: Person): Block[] {
  const held = facts.holders[kind];
  if (held?.id === person.id) return [];
  return [
    block('not_holder', {
      item_id: held?.itemId ?? null,
      holder_id: held?.id ?? null,
      holder: held?.name ?? null,
      take_over: held !== undefined && held.id !== null,
      claim: held !== undefined && held.id === null,
    }),
  ];
}

export function tooClose({ mine }: ReviewFacts): Block[] {
  if (mine.conflict) return [block('own_involvement', { why: 'conflict_of_interest' })];
  return mine.ownSubmission ? [block('own_involvement', { why: 'own_submission' })] : [];
}

export const inReview = (facts: ReviewFacts): Block[] =>
  facts.state === 'in_review' ? [] : [block('wrong_state', { state: facts.state, possible_in: 'in_review' })];

export function standing({ decision }: ReviewFacts): Block[] {
  return decision?.state === 'awaiting_second' ? [block('decision_standing')] : [];
}

export function readByThen(facts: ReviewFacts): Block[] {
  if (facts.reading === 'waiting') return [block('not_yet_read')];
  return facts.reading === 'not_read' ? [block('not_read')] : [];
}

export function involvedBefore(facts: ReviewFacts, parts: readonly string[]): Block[] {
  const part = facts.mine.parts.find((one) => parts.includes(one));
  return part ? [block('own_involvement', { why: part })] : [];
}

/** The new officer approves nothing for a day; refusing and asking are open to them as to anybody. */
export const stillNew = ({ mine }: ReviewFacts): Block[] => (mine.newOfficer ? [block('new_officer')] : []);

/** Nothing is decided while somebody's judgement of a finding waits to count. */
export const coSignatures = (facts: ReviewFacts): Block[] =>
  facts.waitingOverrides.map(({ finding }) => block('override_waits', { finding }));

export const review = (facts: ReviewFacts, person: Person): Block[] => [
  ...inReview(facts),
  ...tooClose(facts),
  ...standing(facts),
  ...(facts.state === 'in_review' && facts.decision?.state !== 'awaiting_second'
    ? heldBy('application', facts, person)
    : []),
];

export function second(facts: ReviewFacts, person: Person): Block[] {
  if (facts.decision?.state !== 'awaiting_second') return [block('no_decision_waits')];
  return [
    ...tooClose(facts),
    ...(facts.decision.decidedBy === person.id ? [block('second_person_required')] : []),
    ...involvedBefore(facts, ['held', 'requested_changes', 'decided', 'seconded']),
    ...heldBy('second_decision', facts, person),
    ...stillNew(facts),
  ];
}

export function beforeFinal({ decision, now }: ReviewFacts): Block[] {
  if (decision?.state === 'awaiting_second') return [];
  if (decision?.state !== 'scheduled') return [block(decision?.state === 'final' ? 'final' : 'no_decision')];
  return decision.finalAt !== null && decision.finalAt <= now ? [block('final')] : [];
}

/** Undoing and sending at once are for those who decided, and for a lead. */
export function partIn({ decision }: ReviewFacts, person: Person): Block[] {
  if (person.extra.includes('lead')) return [];
  return decision?.decidedBy === person.id || decision?.secondBy === person.id ? [] : [block('not_yours')];
}
