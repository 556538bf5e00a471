import type { PlausibilityBook } from './book.ts';
import type { Level } from './claim.ts';
import type { NormVersion, PreparedFigure, Vote } from './figures.ts';
import type { Place } from './places.ts';
import { blend, type Votes, votesFor, weightedMedian } from './votes.ts';

/** What is known at one place: the norm on its scale, how wide it predicts, and on which level it may judge. */
export interface Standing {
  place: Place;
  votes: Votes;
  level: Level;
  norm: number | null;
  channelNorm: number | null;
  cellMedian: number | null;
  spread: number;
  /** The votes of the level used. */
  behind: Vote[];
}

/** Cell from n >= 4; below that the channel must have n >= 5; else there is no norm. The whole only shrinks. */
export function levelOf(votes: Votes, book: PlausibilityBook): Level {
  if (votes.cell.length >= book.levels.cell_min) return 'cell';
  return votes.channel.length >= book.levels.channel_min ? 'channel' : 'none';
}

export function figuresOf(norms: NormVersion, stratum: string): PreparedFigure[] {
  return norms.figures.filter((figure) => figure.stratum === stratum);
}

export function standingAt(
  norms: NormVersion,
  book: PlausibilityBook,
  place: Place,
  vertical: string,
  subvertical: string | null,
): Standing {
  const votes = votesFor(figuresOf(norms, place.stratum), place.channel, vertical, subvertical);
  const level = levelOf(votes, book);
  const blended = level === 'none' ? null : blend(votes, book.shrinkage);
  const s = norms.scales[place.stratum]?.s ?? Number.POSITIVE_INFINITY;
  return {
    place,
    votes,
    level,
    norm: blended?.norm ?? null,
    channelNorm: blended?.channel ?? null,
    cellMedian: weightedMedian(votes.cell),
    spread: s * Math.sqrt(1 + 1 / (votes.cell.length + book.shrinkage)),
    behind: level === 'channel' ? votes.channel : votes.cell,
  };
}
