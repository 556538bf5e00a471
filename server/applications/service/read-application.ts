import { record } from '../../audit/record.ts';
import { judgeClaims } from '../../benchmarks/service/judge-claims.ts';
import { readStatementOf } from '../../compliance/service/read-statement.ts';
import { step } from '../../kernel/machine.ts';
import type { Uow } from '../../platform/uow.ts';
import { openItem } from '../../queue/service/open-item.ts';
import { applicationLifecycle } from '../lifecycle.ts';
import { domainKey } from '../rules/match-keys.ts';
import { changeApplication, lockApplication } from '../store/applications.ts';
import { requesterOf } from '../store/asked-items.ts';
import { matchDigest } from '../store/match-keys.ts';
import { formOf } from '../store/revisions.ts';
import { tooCloseTo } from '../store/standing.ts';

/**
 * After a submission: reads the statement, judges the claims, then brings the application before the desk. Run twice it
 * finds the work done (M18, M37). A resubmission is kept for who asked for it.
 */
export async function readApplication(uow: Uow, applicationId: string): Promise<void> {
  const application = await lockApplication(uow, applicationId);
  if (application.state !== 'submitted') return;
  const subject = { kind: 'application', id: application.id };
  const score = await readStatementOf(uow, subject, application.revision);
  const worst = await judgeClaims(uow, application.id, application.revision);
  const state = step(applicationLifecycle, application.state, 'start_review');
  await changeApplication(
    uow,
    application,
    {
      state,
      score: score.readBy === 'nobody' ? null : score.score,
      band: score.band,
      score_id: score.scoreId,
      worst_claim: worst,
    },
    'system',
  );
  const preferredId =
    application.round > 0 ? await requesterOf(uow, application.id, application.round) : undefined;
  // who applies themselves, vouches as a referee or works at the firm never gets it from the queue (trust 19)
  const form = await formOf(uow, application.id, application.revision);
  const excludedIds = await tooCloseTo(uow, form);
  const workItemId = await openItem(uow, {
    kind: 'application',
    channel: application.primary_channel ?? '',
    language: score.readBy === 'nobody' ? 'und' : score.language,
    subject,
    partyKey: matchDigest(uow, { kind: 'domain', value: domainKey(application.web_domain) }),
    ...(application.revision === 1 && application.submitted_at
      ? { effectiveStart: application.submitted_at }
      : {}),
    ...(preferredId ? { preferredId } : {}),
    excludedIds,
  });
  await record(uow, {
    type: 'application.review_started',
    subject,
    data: {
      revision: application.revision,
      score_id: score.scoreId,
      band: score.band,
      worst_claim: worst,
      work_item_id: workItemId,
    },
  });
}
