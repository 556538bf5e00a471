import type { Uow } from '../../platform/uow.ts';
import { readStatement } from '../reader/read.ts';
import { composeSourcing } from '../rules/compose.ts';
import { hintsOf } from '../rules/hints.ts';
import type { HintReply } from '../schema/reading.ts';
import { currentReader } from './current-reader.ts';

/**
 * What a reader would still look for in a text being typed: criteria missing or only touched on, never the score.
 * Nothing is kept. Says nothing about a text too short to be read.
 */
export async function hintsFor(
  uow: Uow,
  draft: {
    channels: readonly string[];
    regions: readonly string[];
    statement: string;
    sourcing: readonly { key: string; label: string; text: string }[];
  },
): Promise<HintReply[]> {
  if (draft.statement.trim().length < 80) return [];
  const { reader } = await currentReader(uow);
  const { text } = composeSourcing([...draft.sourcing]);
  // a practice the text speaks against is, to its author, one that is still wanted
  return hintsOf(readStatement(reader, { ...draft, data_sourcing: text })).map(({ criterion, hint }) => ({
    criterion,
    hint: hint === 'contradicted' ? 'missing' : hint,
  }));
}
