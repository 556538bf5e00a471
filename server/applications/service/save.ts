import { Problem } from '../../kernel/problem.ts';
import type { Uow } from '../../platform/uow.ts';
import { examine, type MissingItem } from '../rules/missing.ts';
import type { ApplicationDraft } from '../schema/draft.ts';
import { changeApplication } from '../store/applications.ts';
import { type DraftRow, draftOf, putDraft } from '../store/drafts.ts';
import { lockOwn, stepOwn } from './own-application.ts';

export interface Saved {
  saves: number;
  saved_at: Date;
  missing: MissingItem[];
}

/** Throws `stale_version` with the newer text beside it where the browser last saw another count than the one kept. */
export function requireSaves(kept: DraftRow | undefined, seen: number): void {
  const saves = kept?.saves ?? 0;
  if (saves === seen) return;
  throw new Problem(
    'stale_version',
    { version: saves },
    { extra: { current: { document: kept?.document ?? {}, saves, saved_at: kept?.saved_at ?? null } } },
  );
}

/**
 * Keeps the draft as typed. `saves` is the count the browser last saw: an older tab gets `stale_version` with the newer
 * text beside it, so that neither is lost.
 */
export async function saveDraft(
  uow: Uow,
  input: { document: ApplicationDraft; saves: number },
): Promise<Saved> {
  const application = await lockOwn(uow);
  await stepOwn(uow, application, application.state === 'changes_requested' ? 'save_answer' : 'save');
  const kept = await draftOf(uow, application.id);
  requireSaves(kept, input.saves);
  const saves = input.saves + 1;
  const savedAt = await putDraft(uow, application.id, input.document, saves);
  await changeApplication(uow, application, {}, 'system');
  const result = examine(input.document);
  return { saves, saved_at: savedAt, missing: result.complete ? [] : result.missing };
}
