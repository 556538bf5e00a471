import { claimStanding } from '../../benchmarks/service/claim-standing.ts';
import { judgedFindings } from '../../compliance/service/confirm-finding.ts';
import { type Findings, findingsOf } from '../../compliance/service/findings-of.ts';
import { Problem } from '../../kernel/problem.ts';
import { isNewOfficer } from '../../people/service/roles.ts';
import type { Uow } from '../../platform/uow.ts';
import { deadlinesInForce } from '../../queue/service/deadlines.ts';
import { personOf } from '../../queue/service/holder.ts';
import { queueStanding, type WorkItemRecord } from '../../queue/service/holders-of.ts';
import { blocksOf } from '../rules/blocks.ts';
import { openFindings } from '../rules/open-findings.ts';
import type { Block, ReviewCommand, ReviewFacts } from '../rules/review-facts.ts';
import { type ApplicationRow, lockApplication, requireVersion } from '../store/applications.ts';
import { type DecisionRow, lockDecision } from '../store/decisions.ts';
import { countAnswered } from '../store/requests.ts';
import { ownStanding } from '../store/standing.ts';

export interface Review {
  application: ApplicationRow;
  facts: ReviewFacts;
  decision: DecisionRow | undefined;
  findings: Findings | undefined;
  claims: Awaited<ReturnType<typeof claimStanding>>;
  items: Partial<Record<'application' | 'second_decision', WorkItemRecord>>;
  person: ReturnType<typeof personOf>;
}

const statuses: Record<string, 'wrong_state' | 'not_holder' | 'own_involvement' | 'second_person_required'> =
  {
    wrong_state: 'wrong_state',
    not_holder: 'not_holder',
    own_involvement: 'own_involvement',
    second_person_required: 'second_person_required',
  };

/** Throws the problem of the first block; all of them come along as `blocked_by`. */
export function refuseBlocked(command: string, blocked: readonly Block[]): void {
  const [first] = blocked;
  if (!first) return;
  throw new Problem(
    statuses[first.code] ?? 'blocked',
    { ...first.params, command, blocked_by: blocked.map(({ code }) => code) },
    { extra: { blocked_by: blocked } },
  );
}

/**
 * The application locked at the version the person saw, with everything its commands depend on. The lock order is
 * always application, decision, work items.
 */
export async function openReview(uow: Uow, id: string, version: number): Promise<Review> {
  const person = personOf(uow);
  const application = await lockApplication(uow, id);
  requireVersion(application, version);
  const { score_id, revision, round } = application;
  // Sent together and run in this order: the locks first, then what is read under them, the time last.
  const [decision, { items, parts, conflict }, findings, judged, claims, { book }, own, answered, now] =
    await Promise.all([
      lockDecision(uow, id),
      queueStanding(uow, id),
      score_id ? findingsOf(uow, score_id) : undefined,
      score_id ? judgedFindings(uow, score_id) : [],
      claimStanding(uow, id, revision),
      deadlinesInForce(uow),
      ownStanding(uow, person.id, id, revision),
      round > 0 ? countAnswered(uow, id) : 0,
      uow.now(),
    ]);
  const facts: ReviewFacts = {
    state: application.state,
    round,
    maxRounds: book.changes.max_rounds,
    reading: findings === undefined ? 'waiting' : findings.readBy === 'nobody' ? 'not_read' : 'read',
    sheetBy: findings?.sheetBy ?? null,
    blockingClaims: claims.blocking,
    openFindings: findings ? openFindings(findings, judged) : [],
    waitingOverrides: findings?.waiting ?? [],
    answeredRequests: answered,
    decision: decision
      ? {
          state: decision.state,
          decidedBy: decision.decided_by,
          secondBy: decision.second_by,
          finalAt: decision.final_at,
        }
      : null,
    holders: Object.fromEntries(
      Object.entries(items).map(([kind, item]) => [
        kind,
        { itemId: item.id, id: item.holder_id, name: null },
      ]),
    ),
    mine: {
      parts,
      conflict,
      ownSubmission: own.ownSubmission,
      newOfficer: isNewOfficer(own.officerSince, now),
    },
    now,
  };
  return { application, facts, decision, findings, claims, items, person };
}

/** Opens the review for one command. Throws what blocks it: nothing is changed then. */
export async function reviewFor(
  uow: Uow,
  id: string,
  version: number,
  command: ReviewCommand,
): Promise<Review> {
  const review = await openReview(uow, id, version);
  refuseBlocked(command, blocksOf(command, review.facts, review.person));
  return review;
}

/** The item the acting person holds; blocks made sure that they do. */
export function heldItem(review: Review, kind: 'application' | 'second_decision'): WorkItemRecord {
  const item = review.items[kind];
  if (!item) throw new Problem('not_holder', { item_id: null, take_over: false });
  return item;
}
