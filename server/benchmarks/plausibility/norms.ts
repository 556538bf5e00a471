import type { PlausibilityBook } from './book.ts';
import type { NormCell, NormVersion, PreparedFigure, PublishedFigure, StratumScale } from './figures.ts';
import { prepareFigure } from './prepare.ts';
import { indexYear } from './scale.ts';
import { blend, cellVotes, median, votesFor } from './votes.ts';

/** The channel of figures published for several channels together. */
export const mixedChannels = 'any';

function floorOf(stratum: string, book: PlausibilityBook): number {
  if (stratum.startsWith('cost|')) return book.floors.cost;
  return stratum.startsWith('qualified_lead_rate|') ? book.floors.qualified_lead_rate : book.floors.sql_rate;
}

function cellsOf(figures: readonly PreparedFigure[]): NormCell[] {
  const places = new Map<string, PreparedFigure[]>();
  for (const figure of figures) {
    const key = `${figure.stratum}\n${figure.channel}\n${figure.vertical}`;
    places.set(key, [...(places.get(key) ?? []), figure]);
  }
  return [...places]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, rows]) => {
      const [stratum = '', channel = '', vertical = ''] = key.split('\n');
      return { stratum, channel, vertical, votes: cellVotes(rows) };
    });
}

/** Each vote against the norm of its place computed without its family; a place nobody else speaks of is left out. */
export function heldOutResiduals(figures: readonly PreparedFigure[], book: PlausibilityBook): number[] {
  const costs = figures[0]?.stratum.startsWith('cost|') ?? false;
  return cellsOf(figures)
    .filter((cell) => !(costs && cell.channel === mixedChannels))
    .flatMap((cell) =>
      cell.votes.flatMap((vote) => {
        const others = figures.filter((figure) => figure.family !== vote.family);
        const votes = votesFor(others, cell.channel, cell.vertical);
        const norm = votes.channel.length > 0 ? blend(votes, book.shrinkage) : null;
        return norm === null ? [] : [vote.x - norm.norm];
      }),
    );
}

function scaleOf(stratum: string, figures: readonly PreparedFigure[], book: PlausibilityBook): StratumScale {
  const residuals = heldOutResiduals(figures, book);
  const centre = median(residuals);
  const mad = centre === null ? null : median(residuals.map((residual) => Math.abs(residual - centre)));
  const raw = mad === null ? null : mad * book.mad_factor;
  const votes = cellsOf(figures).reduce((sum, cell) => sum + cell.votes.length, 0);
  return { s: Math.max(raw ?? 0, floorOf(stratum, book)), s_raw: raw, residuals: residuals.length, votes };
}

/** A short name of the content, so that another set of figures is another version (FNV-1a, 32 bits). */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}

/**
 * A norm version from published figures (M37, M44): strata, family votes and scales, with the rows left out and why.
 * Figures after `asOfYear` have no vote, so a past date can be replayed.
 */
export function buildNorms(
  published: readonly PublishedFigure[],
  book: PlausibilityBook,
  asOfYear: number,
): NormVersion {
  const results = published.map((figure) => prepareFigure(figure, book, asOfYear));
  const figures = results.filter((result): result is PreparedFigure => !('reason' in result));
  const general = figures.filter((figure) => figure.subvertical === null);
  const names = [...new Set(figures.map((figure) => figure.stratum))].sort();
  const scales = names.map((name): [string, StratumScale] => [
    name,
    scaleOf(
      name,
      general.filter((figure) => figure.stratum === name),
      book,
    ),
  ]);
  const content = figures.map((figure) => [
    figure.row,
    figure.stratum,
    figure.channel,
    figure.x,
    figure.weight,
  ]);
  return {
    version: `published-${asOfYear}-${fingerprint(JSON.stringify(content))}`,
    book_version: book.version,
    as_of_year: asOfYear,
    index_year: indexYear(book),
    figures,
    left_out: results.filter((result) => 'reason' in result),
    scales: Object.fromEntries(scales),
    cells: cellsOf(general),
  };
}
