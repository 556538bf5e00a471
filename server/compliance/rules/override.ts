import type { Judgement } from '../reader/judge.ts';
import { scoreOf } from '../reader/score.ts';
import type { RubricBook } from '../schema/rubric.ts';
import type { StoredReading } from './stored-reading.ts';

/** A verdict, or of a flag whether it holds. */
export type Judged = 'met' | 'partial' | 'missing' | 'contradicted' | 'lifted' | 'raised';

/** What people judged of one finding, `criterion:<id>` or `flag:<id>`. */
export interface Overridden {
  finding: string;
  judged: Judged;
  /** Of a criterion: what the judgement earns of its weight by the book. */
  points?: number | null;
}

export interface Adjusted {
  score: number;
  band: 'pass' | 'review' | 'reject';
  completeness: number;
  coherence: number;
  coherent: boolean;
  caps: StoredReading['caps'];
}

const verdicts: readonly string[] = ['met', 'partial', 'missing', 'contradicted'];

/** What the machine says of a finding; null where the reading has no such finding, or it cannot be judged that way. */
export function machineSays(reading: StoredReading, { finding, judged }: Overridden): string | null {
  const [kind, id] = finding.split(':', 2);
  if (kind === 'flag')
    return ['lifted', 'raised'].includes(judged) && reading.red_flags.some((flag) => flag.id === id)
      ? 'raised'
      : null;
  if (!verdicts.includes(judged)) return null;
  return reading.criteria.find((one) => one.id === id)?.verdict ?? null;
}

/** The findings as people judge them: verdicts replaced, lifted flags taken out. */
export function findingsWith<R extends Pick<StoredReading, 'criteria' | 'red_flags'>>(
  reading: R,
  overrides: readonly Overridden[],
): Pick<StoredReading, 'criteria' | 'red_flags'> {
  const judged = new Map(overrides.map((one) => [one.finding, one]));
  return {
    criteria: reading.criteria.map((one) => {
      const said = judged.get(`criterion:${one.id}`);
      const verdict = said?.judged;
      return verdict === undefined || verdict === 'lifted' || verdict === 'raised'
        ? one
        : { ...one, verdict, points: said?.points ?? one.points };
    }),
    red_flags: reading.red_flags.filter((flag) => judged.get(`flag:${flag.id}`)?.judged !== 'lifted'),
  };
}

/** Coherent as people judge it: who says the text is consistent says that no contradiction stands in it. */
function coherentWith(
  machine: boolean,
  overrides: readonly Overridden[],
  flags: readonly { id: string }[],
): boolean {
  if (flags.some(({ id }) => id === 'non_statement')) return false;
  const said = overrides.find(({ finding }) => finding === 'criterion:internal_consistency')?.judged;
  if (said !== undefined) return said === 'met' || said === 'partial';
  const lifted = overrides.some(({ finding }) => finding === 'flag:non_statement');
  return machine || lifted;
}

/** What a judgement of a criterion earns of its weight; null for a flag, which earns nothing. */
export function pointsOf(book: RubricBook, { finding, judged }: Overridden): number | null {
  const weight = book.criteria.find(({ id }) => finding === `criterion:${id}`)?.weight;
  if (weight === undefined || judged === 'lifted' || judged === 'raised') return null;
  return weight * book.credits[judged];
}

/** The score by the same book, caps and bands, with the findings as people judge them (M18). */
export function adjust(
  book: RubricBook,
  reading: StoredReading & { coherent: boolean },
  overrides: readonly Overridden[],
): Adjusted {
  const { criteria, red_flags } = findingsWith(reading, overrides);
  const judged = new Map<string, Judgement>(
    criteria.map(({ id, verdict }) => [id, { verdict, because: [] }]),
  );
  const coherent = coherentWith(reading.coherent, overrides, red_flags);
  return { ...scoreOf(book, judged, red_flags, coherent), coherent };
}

/**
 * Whether an officer has to sign as well: core criteria, blocking flags, and whatever moves the band (the reviewer's own
 * power ends there).
 */
export function needsCoSignature(
  reading: StoredReading,
  finding: string,
  movesBand: boolean,
  isOfficer: boolean,
): boolean {
  if (isOfficer) return false;
  const [kind, id] = finding.split(':', 2);
  const grave =
    kind === 'flag'
      ? reading.red_flags.some((flag) => flag.id === id && flag.severity === 'blocking')
      : reading.criteria.some((one) => one.id === id && one.core);
  return grave || movesBand;
}
