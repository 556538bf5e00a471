import {
  beforeFinal,
  block,
  coSignatures,
  inReview,
  involvedBefore,
  type Person,
  partIn,
  readByThen,
  review,
  second,
  standing,
  stillNew,
  tooClose,
} from './block-parts.ts';
import type { Block, ReviewCommand, ReviewFacts } from './review-facts.ts';

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
  // What no machine reads people read: the holder fills the sheet, somebody else confirms it.
  fill_sheet: (facts, person) => [
    ...review(facts, person),
    ...(facts.reading === 'not_read' ? [] : [block('already_read')]),
  ],
  confirm_sheet: (facts, person) => [
    ...inReview(facts),
    ...tooClose(facts),
    ...standing(facts),
    ...(facts.sheetBy === null ? [block('no_sheet_waits')] : []),
    ...(facts.sheetBy === person.id ? [block('second_person_required')] : []),
    ...stillNew(facts),
  ],
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

/** What keeps this person from this command now; empty where they may. */
export const blocksOf = (command: ReviewCommand, facts: ReviewFacts, person: Person): Block[] =>
  rules[command](facts, person);
