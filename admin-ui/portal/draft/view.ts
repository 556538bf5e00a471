import type { ProblemBody } from '../../shared/api.ts';
import type { Document, Hint, MissingItem, Newer } from '../wire.ts';

/**
 * saved: the server has everything. typing, saving: it is about to. waiting: it could not be reached, tried again.
 * refused: it cannot keep this text as it is. stale: another tab saved since. closed: it can no longer be changed here.
 */
export type SaveState = 'saved' | 'typing' | 'saving' | 'waiting' | 'refused' | 'stale' | 'closed';

export interface DraftView {
  document: Document;
  state: SaveState;
  savedAt: string | null;
  missing: MissingItem[];
  /** null until a text was read for the first time. */
  hints: Hint[] | null;
  problem: ProblemBody | null;
  newer: Newer | null;
  /** Fields left once; what is wrong in them may be said. */
  touched: ReadonlySet<string>;
  /** After "check", also what is merely missing is said at its field. */
  all: boolean;
}

/** Whether leaving the page now would lose words. */
export const unsaved = (view: DraftView): boolean => view.state !== 'saved' && view.state !== 'closed';
