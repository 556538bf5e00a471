import { wilson } from '../../kernel/stats.ts';
import type { Uow } from '../../platform/uow.ts';
import { emptyTally, type Summary, summaryOf } from '../rules/tally.ts';
import { countDecided, sampleDecided } from '../store/runs.ts';
import { compare, draftOf } from './compare.ts';

const sampleSize = 400;

/**
 * How a sample of past decisions would come out by a rubric that is being edited, with the 95 % range of the whole.
 * Nothing is kept. Throws `invalid_input` naming every wrong place.
 */
export async function estimate(
  uow: Uow,
  document: unknown,
): Promise<{
  sample: number;
  of: number;
  changed: { share: number; low: number; high: number };
  summary: Summary;
}> {
  const draft = draftOf(document);
  const of = await countDecided(uow, { from: null, to: null });
  const past = await sampleDecided(uow, sampleSize, of);
  const tally = emptyTally();
  await compare(draft, past, tally);
  const summary = summaryOf(tally);
  return { sample: past.length, of, changed: wilson(summary.changed, past.length), summary };
}
