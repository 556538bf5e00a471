import { record } from '../../audit/record.ts';
import { step } from '../../kernel/machine.ts';
import type { Uow } from '../../platform/uow.ts';
import { finishItem } from '../../queue/service/close-item.ts';
import { deadlinesInForce } from '../../queue/service/deadlines.ts';
import { involve } from '../../queue/service/holder.ts';
import { openItem } from '../../queue/service/open-item.ts';
import { applicationLifecycle } from '../lifecycle.ts';
import { secondReasons } from '../rules/second-reasons.ts';
import type { ChannelOutcomes, Letter, Reason } from '../schema/review.ts';
import { changeApplication } from '../store/applications.ts';
import { type DecisionRow, insertDecision } from '../store/decisions.ts';
import { dropReviewDrafts } from '../store/drafts-of-review.ts';
import { keepLetter } from './compose-letter.ts';
import { heldItem, type Review } from './review-facts.ts';

export interface DecisionInput {
  kind: 'approve' | 'reject';
  channels: ChannelOutcomes;
  reasons: Reason[];
  letter: Letter;
}

/** From when a decision can no longer be undone, and the job that makes it final then. */
export async function scheduleFinal(uow: Uow, applicationId: string, now: Date): Promise<Date> {
  const finalAt = await finalFrom(uow, now);
  await enqueueFinal(uow, applicationId, finalAt, now);
  return finalAt;
}

async function finalFrom(uow: Uow, now: Date): Promise<Date> {
  const { book } = await deadlinesInForce(uow);
  return new Date(now.getTime() + book.undo_minutes * 60_000);
}

const enqueueFinal = (uow: Uow, applicationId: string, finalAt: Date, now: Date): Promise<void> =>
  uow.enqueue({
    name: 'applications.finalise_decision',
    data: { application_id: applicationId },
    startAfter: finalAt,
    now,
  });

/**
 * Writes a decision: it cites score, claim verdicts and rule books by id and keeps its letter. Against the band it waits
 * for a second person as work of its own; otherwise the application moves at once and is final after some minutes.
 * The work item closes in the same transaction. Returns the application's new version.
 */
export async function decide(uow: Uow, review: Review, input: DecisionInput): Promise<number> {
  const { application, findings, claims, person } = review;
  const item = heldItem(review, 'application');
  const to = step(applicationLifecycle, application.state, input.kind);
  // Read after the locks were taken.
  const { now } = review.facts;
  const letterId = uow.id();
  const needed = secondReasons(input.kind, application.band);
  const waits = needed.length > 0;
  const { id: deadlinesId } = await deadlinesInForce(uow);
  const decision: Omit<DecisionRow, 'second_by' | 'second_at' | 'closed_at' | 'closed_by' | 'version'> = {
    id: uow.id(),
    application_id: application.id,
    kind: input.kind,
    state: waits ? 'awaiting_second' : 'scheduled',
    revision: application.revision,
    decided_by: person.id,
    decided_at: now,
    second_reasons: needed,
    final_at: waits ? null : await finalFrom(uow, now),
    reasons: input.reasons,
    channels: input.channels,
    score_id: application.score_id ?? '',
    claim_verdict_ids: claims.verdictIds,
    policy_version_ids: [
      ...new Set([...(findings ? [findings.policyVersionId] : []), ...claims.policyVersionIds, deadlinesId]),
    ],
    letter_id: letterId,
    restore: { item_id: item.id, holder_id: person.id },
  };
  const change = waits ? {} : { state: to, decided_at: now };
  // Sent together and run in this order, the letter before the decision that names it.
  const version = application.version + 1;
  await Promise.all([
    keepLetter(uow, application, input.kind, input.letter, letterId),
    insertDecision(uow, decision),
    changeApplication(uow, application, change, 'people'),
    decision.final_at ? enqueueFinal(uow, application.id, decision.final_at, now) : undefined,
    involve(uow, application.id, 'decided'),
    finishItem(uow, item, now),
    dropReviewDrafts(uow, application.id, person.id, ['approve', 'reject', 'request_changes']),
    record(uow, {
      type: waits
        ? 'application.second_awaited'
        : input.kind === 'approve'
          ? 'application.approved'
          : 'application.rejected',
      subject: { kind: 'application', id: application.id, version },
      data: {
        decision_id: decision.id,
        kind: input.kind,
        from: application.state,
        to: waits ? application.state : to,
        final_at: decision.final_at?.toISOString() ?? null,
        second_reasons: needed,
        score_id: decision.score_id,
        claim_verdict_ids: decision.claim_verdict_ids,
        policy_version_ids: decision.policy_version_ids,
        reasons: input.reasons.map(({ code }) => code),
        channels: Object.fromEntries(
          Object.entries(input.channels).map(([channel, one]) => [channel, one?.outcome ?? null]),
        ),
      },
      texts: { letter: input.letter.body },
    }),
  ]);
  if (waits)
    await openItem(uow, {
      kind: 'second_decision',
      channel: item.channel,
      language: item.language,
      subject: { kind: 'application', id: application.id },
      partyKey: item.party_key,
      critical: item.critical,
    });
  return version;
}
