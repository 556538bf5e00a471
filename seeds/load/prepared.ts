import { statementKey } from '../../server/applications/rules/match-keys.ts';
import { sourcingParts } from '../../server/applications/rules/sourcing-parts.ts';
import { judgeFigures } from '../../server/benchmarks/rules/judge-figures.ts';
import type { ClaimVerdictName } from '../../server/benchmarks/schema/reply.ts';
import { type CurrentNorms, currentNorms } from '../../server/benchmarks/service/current-norms.ts';
import { readStatement } from '../../server/compliance/reader/read.ts';
import { composeSourcing } from '../../server/compliance/rules/compose.ts';
import { storedReading } from '../../server/compliance/rules/stored-reading.ts';
import { type CurrentReader, currentReader } from '../../server/compliance/service/current-reader.ts';
import type { Channel } from '../../server/kernel/taxonomy.ts';
import type { Uow } from '../../server/platform/uow.ts';
import { figuresAt } from './figures.ts';
import type { LoadApplication } from './generate.ts';
import type { BatchFigures, BatchText } from './insert-batch.ts';
import { textAt } from './texts.ts';

export interface Prepared {
  reader: CurrentReader;
  norms: CurrentNorms;
  /** The present month, YYYY-MM. */
  asOf: string;
}

export const prepare = async (uow: Uow): Promise<Prepared> => ({
  reader: await currentReader(uow),
  norms: await currentNorms(uow),
  asOf: (await uow.now()).toISOString().slice(0, 7),
});

/** One text with its reading under the rubric in force, as the reading job would keep it. */
export function readText({ reader }: Prepared, index: number): BatchText {
  const { channels, regions, statement, sourcing } = textAt(index);
  const { text: data_sourcing, map } = composeSourcing(sourcingParts(sourcing));
  const reading = readStatement(reader.reader, { channels, regions, statement, data_sourcing });
  return {
    text: index,
    statement,
    data_sourcing,
    sourcing_map: map,
    score: reading.score,
    band: reading.band,
    completeness: reading.completeness,
    coherence: reading.coherence,
    coherent: reading.coherent,
    language: reading.language,
    read_by: reading.not_read ? 'nobody' : 'machine',
    reading: storedReading(reading, reader.book, map),
  };
}

/** One set of figures with its verdicts under the norms in force. */
export function judge(
  { norms, asOf }: Prepared,
  channel: Channel,
  index: number,
): BatchFigures & { worst: ClaimVerdictName } {
  const { verdicts, worst } = judgeFigures(norms.norms, norms.book, figuresAt(channel, index), asOf);
  return {
    figures: `${channel} ${index}`,
    worst,
    verdicts: verdicts.map((one) => ({ metric: one.metric, verdict: one.verdict, result: one })),
  };
}

const wordsOfText = new Map<number, Set<string>>();
const keyOfText = new Map<string, string | null>();

/** The statement's match key; texts are shared, so it is made anew only for the firm's own words that it must mask. */
export function sharedStatementKey({ form, text }: LoadApplication): string | null {
  let words = wordsOfText.get(text);
  if (!words) {
    words = new Set(form.statement.toLowerCase().split(/[^\p{L}\p{N}]+/u));
    wordsOfText.set(text, words);
  }
  const known = words;
  const own = `${form.organisation.legal_name} ${form.organisation.trading_name}`.toLowerCase().split(/\W+/);
  const masked = own.filter((word) => known.has(word)).sort();
  const name = `${text} ${masked.join(' ')}`;
  let key = keyOfText.get(name);
  if (key === undefined) {
    key = statementKey(form);
    keyOfText.set(name, key);
  }
  return key;
}
