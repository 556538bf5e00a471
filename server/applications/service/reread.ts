import { rereadStatement } from '../../compliance/service/reread-statement.ts';
import type { Uow } from '../../platform/uow.ts';
import type { SkipReason } from '../schema/rescore.ts';
import { changeApplication, lockApplication } from '../store/applications.ts';
import { lockDecision } from '../store/decisions.ts';

export type Reread = { skip: SkipReason } | { skip: null; reread: boolean; moved: boolean };

/**
 * Reads an open application again by the rubric in force. Its version does not move, so that nobody's decision grows
 * stale. One that people judged, confirmed or read themselves, or whose decision waits for a second person, keeps its
 * reading and says so; one just submitted is read by the book in force when its turn comes.
 */
export async function rereadApplication(uow: Uow, id: string): Promise<Reread> {
  const application = await lockApplication(uow, id);
  const { state, score_id } = application;
  const untouched = { skip: null, reread: false, moved: false };
  if ((state !== 'in_review' && state !== 'changes_requested') || score_id === null) return untouched;
  if ((await lockDecision(uow, id))?.state === 'awaiting_second') return { skip: 'decision_waits' };
  const read = await rereadStatement(uow, { kind: 'application', id }, application.revision, score_id);
  if (read === null) return untouched;
  if (typeof read === 'string') return { skip: read };
  await changeApplication(
    uow,
    application,
    {
      score: read.readBy === 'nobody' ? null : read.score,
      band: read.band,
      score_id: read.scoreId,
    },
    'system',
  );
  return { skip: null, reread: true, moved: read.band !== application.band };
}
