import type { Uow } from '../../platform/uow.ts';
import type { InvolvementPart, WorkKind } from '../rules/eligibility.ts';
import { subjectStanding } from '../store/involvement.ts';
import { lockOpenItems, type WorkItemRecord } from '../store/work-items.ts';
import { personOf } from './holder.ts';

export type { WorkItemRecord } from '../store/work-items.ts';

/** The open items about a subject, locked, by kind, and what the acting person did on it before. */
export async function queueStanding(
  uow: Uow,
  subjectId: string,
): Promise<{
  items: Partial<Record<WorkKind, WorkItemRecord>>;
  parts: InvolvementPart[];
  conflict: boolean;
}> {
  const [items, standing] = await Promise.all([
    lockOpenItems(uow, subjectId),
    subjectStanding(uow, personOf(uow).id, subjectId),
  ]);
  return { items: Object.fromEntries(items.map((item) => [item.kind, item])), ...standing };
}
