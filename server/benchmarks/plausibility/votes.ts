import type { PreparedFigure, Vote } from './figures.ts';

/** Weighted median: the value where half of the weight lies on either side; the mean of two when it falls between. */
export function weightedMedian(points: readonly { x: number; weight: number }[]): number | null {
  if (points.length === 0) return null;
  const sorted = [...points].sort((a, b) => a.x - b.x);
  const half = sorted.reduce((sum, point) => sum + point.weight, 0) / 2;
  let below = 0;
  for (const [index, point] of sorted.entries()) {
    below += point.weight;
    if (Math.abs(below - half) < 1e-12) return (point.x + (sorted[index + 1]?.x ?? point.x)) / 2;
    if (below > half) return point.x;
  }
  return sorted.at(-1)?.x ?? null;
}

export const median = (values: readonly number[]): number | null =>
  weightedMedian(values.map((x) => ({ x, weight: 1 })));

function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

function average(family: string, parts: readonly { x: number; weight: number; rows: number[] }[]): Vote {
  const total = parts.reduce((sum, part) => sum + part.weight, 0);
  return {
    family,
    x: parts.reduce((sum, part) => sum + part.x * part.weight, 0) / total,
    weight: Math.max(...parts.map((part) => part.weight)),
    rows: parts.flatMap((part) => part.rows),
  };
}

/** One vote per family in one cell: its rows averaged by their weight; the vote weighs as its best row. */
export function cellVotes(figures: readonly PreparedFigure[]): Vote[] {
  return [...grouped(figures, (figure) => figure.family)].map(([family, rows]) =>
    average(
      family,
      rows.map((row) => ({ x: row.x, weight: row.weight, rows: [row.row] })),
    ),
  );
}

/** One vote per family over several cells: its cell votes averaged, so that a long table is still one opinion. */
export function pooledVotes(figures: readonly PreparedFigure[]): Vote[] {
  const cells = grouped(figures, (figure) => `${figure.channel}|${figure.vertical}`);
  const votes = [...cells.values()].flatMap(cellVotes);
  return [...grouped(votes, (vote) => vote.family)].map(([family, parts]) => average(family, parts));
}

/** Where a claim stands: the votes of its cell, of its channel and of the whole stratum. */
export interface Votes {
  cell: Vote[];
  channel: Vote[];
  all: Vote[];
}

/** A named sub-vertical adds its figures to the cell only; they never move the channel or the whole. */
export function votesFor(
  figures: readonly PreparedFigure[],
  channel: string,
  vertical: string,
  subvertical: string | null = null,
): Votes {
  const general = figures.filter((figure) => figure.subvertical === null);
  const named = figures.filter(
    (figure) =>
      figure.channel === channel &&
      figure.vertical === vertical &&
      (figure.subvertical === null || figure.subvertical === subvertical),
  );
  return {
    cell: cellVotes(named),
    channel: pooledVotes(general.filter((figure) => figure.channel === channel)),
    all: pooledVotes(general),
  };
}

/** The blended norm on the metric's scale: cell towards channel towards all, each step by k; null without any vote. */
export function blend(votes: Votes, k: number): { norm: number; channel: number } | null {
  const all = weightedMedian(votes.all);
  if (all === null) return null;
  const shrink = (own: Vote[], towards: number) =>
    (own.length * (weightedMedian(own) ?? 0) + k * towards) / (own.length + k);
  const channel = shrink(votes.channel, all);
  return { norm: shrink(votes.cell, channel), channel };
}
