import type { HintReply } from '../../compliance/schema/reading.ts';
import { hintsFor } from '../../compliance/service/hints.ts';
import type { Uow } from '../../platform/uow.ts';
import { sourcingParts } from '../rules/sourcing-parts.ts';

/** What a reader would still look for in the statement as it stands; never the score. */
export function draftHints(
  uow: Uow,
  draft: {
    statement?: string | null | undefined;
    sourcing?: Record<string, string | null | undefined> | undefined;
    channels?: readonly string[] | undefined;
    regions?: readonly string[] | undefined;
  },
): Promise<HintReply[]> {
  return hintsFor(uow, {
    channels: draft.channels ?? [],
    regions: draft.regions ?? [],
    statement: draft.statement ?? '',
    sourcing: sourcingParts(draft.sourcing ?? {}),
  });
}
