import type { Actor } from '../../kernel/actor.ts';
import { rowsOfSubject } from '../read/items.ts';
import { itemCommands } from '../rules/commands.ts';
import { presentItem, type Viewer } from '../rules/row.ts';
import type { CommandReply, WorkItemReply } from '../schema/work-items.ts';

export interface QueueView {
  items: WorkItemReply[];
  /** The queue's own commands on the first of them. */
  commands: CommandReply[];
  parts: string[];
  conflict: boolean;
}

/** The open items about a subject as this viewer sees them, and what ties the viewer to it: the dossier's piece of this room. */
export async function queueViewOf(
  db: Parameters<typeof rowsOfSubject>[0],
  subjectId: string,
  viewer: Viewer,
  actor: Actor,
): Promise<QueueView> {
  const rows = await rowsOfSubject(db, subjectId, viewer);
  const items = rows.map((row) => presentItem(row, viewer));
  const open = items.find((item) => item.state !== 'snoozed');
  return {
    items,
    commands: open ? itemCommands(open, actor, viewer.now) : [],
    parts: rows[0]?.my_parts ?? [],
    conflict: rows[0]?.my_conflict ?? false,
  };
}
