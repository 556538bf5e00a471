import type { Judgement } from './judge.ts';
import type { Band, Book, CapReading } from './types.ts';

export interface Scored {
  score: number;
  band: Band;
  completeness: number;
  coherence: number;
  caps: CapReading[];
}

/** Section 5 of the rubric: credit share, minor penalties, then the caps in order. Nothing is rounded. */
export function scoreOf(
  book: Book,
  judged: ReadonlyMap<string, Judgement>,
  flags: readonly { id: string; severity: string }[],
  coherent: boolean,
): Scored {
  const all = book.criteria.filter((criterion) => judged.has(criterion.id));
  const minors = flags.filter((flag) => flag.severity === 'minor').length;
  const penalty = Math.min(book.minor_penalty.max, minors * book.minor_penalty.each);
  let score = Math.max(0, share(book, judged, all) - penalty);
  const caps: CapReading[] = [];
  const cap = (reason: string, limit: number | undefined, applies: boolean): void => {
    if (!applies || limit === undefined || score <= limit) return;
    caps.push({ reason, from: score, to: limit });
    score = limit;
  };
  const verdictOf = (id: string): string | undefined => judged.get(id)?.verdict;
  const gap = (id: string): boolean => verdictOf(id) === 'missing' || verdictOf(id) === 'contradicted';
  const coreGaps = book.core.filter(gap);
  const keyGaps = book.key.filter(gap);
  const majors = flags.filter((flag) => flag.severity === 'major');
  cap(`key_gap:${keyGaps.join(',')}`, book.caps.key_gap, keyGaps.length > 0);
  cap(
    'core_partial',
    book.caps.core_partial,
    book.core.some((id) => verdictOf(id) === 'partial'),
  );
  cap(`major_flag:${majors.map((flag) => flag.id).join(',')}`, book.caps.major_flag, majors.length > 0);
  cap(`one_core_gap:${coreGaps.join(',')}`, book.caps.one_core_gap, coreGaps.length === 1);
  cap(`two_core_gaps:${coreGaps.join(',')}`, book.caps.two_core_gaps, coreGaps.length >= 2);
  const blocking = flags.filter((flag) => flag.severity === 'blocking');
  cap(
    `blocking_flag:${blocking.map((flag) => flag.id).join(',')}`,
    book.caps.blocking_flag,
    blocking.length > 0,
  );
  cap('incoherent', book.caps.incoherent, !coherent);
  return {
    score,
    band: bandOf(book, score),
    completeness: Math.max(
      0,
      share(
        book,
        judged,
        all.filter((criterion) => criterion.area !== 'coherence'),
      ),
    ),
    coherence: Math.max(
      0,
      share(
        book,
        judged,
        all.filter((criterion) => criterion.area === 'coherence'),
      ),
    ),
    caps,
  };
}

/** Bands compare the unrounded score. */
export function bandOf(book: Book, score: number): Band {
  if (score >= book.bands.pass_min) return 'pass';
  return score >= book.bands.review_min ? 'review' : 'reject';
}

function share(book: Book, judged: ReadonlyMap<string, Judgement>, criteria: Book['criteria']): number {
  let weights = 0;
  let points = 0;
  for (const criterion of criteria) {
    const judgement = judged.get(criterion.id);
    if (judgement === undefined) continue;
    weights += criterion.weight;
    points += criterion.weight * book.credits[judgement.verdict];
  }
  return weights === 0 ? 0 : (100 * Math.max(0, points)) / weights;
}
