export type Band = 'pass' | 'review' | 'reject';
export type Decision = 'approved' | 'rejected';

/** One past decision as it was read then, and as it would be read by the draft. */
export interface Compared {
  decision: Decision;
  before: { band: Band; score: number };
  after: { band: Band; score: number };
}

/** Counts by `decision/before/after`, and how many lie within two points of a line of the draft. */
export interface Tally {
  cells: Record<string, number>;
  near: number;
}
export const emptyTally = (): Tally => ({ cells: {}, near: 0 });

/** How many points of the scale a score may lie from a line to be called near it. */
export const nearPoints = 2;

/** Points from the nearest line of the bands. */
export const distanceTo = (score: number, bands: { pass_min: number; review_min: number }): number =>
  Math.min(Math.abs(score - bands.pass_min), Math.abs(score - bands.review_min));

/** The tally with one more decision. */
export function count(tally: Tally, one: Compared, distance: number): void {
  const key = `${one.decision}/${one.before.band}/${one.after.band}`;
  tally.cells[key] = (tally.cells[key] ?? 0) + 1;
  if (distance <= nearPoints) tally.near += 1;
}

export interface Summary {
  compared: number;
  changed: number;
  near: number;
  moves: { from: Band; to: Band; count: number }[];
  /** What people decided against the band, by the book of the day and by the draft. */
  confusion: { decision: Decision; band: Band; before: number; after: number }[];
}

const bands: readonly Band[] = ['pass', 'review', 'reject'];

/** The tally as people read it: moves between bands, and both confusion tables side by side. */
export function summaryOf(tally: Tally): Summary {
  const cells = Object.entries(tally.cells).map(([key, n]) => {
    const [decision, before, after] = key.split('/') as [Decision, Band, Band];
    return { decision, before, after, n };
  });
  const sum = (keep: (cell: (typeof cells)[number]) => boolean) =>
    cells.filter(keep).reduce((total, { n }) => total + n, 0);
  return {
    compared: sum(() => true),
    changed: sum(({ before, after }) => before !== after),
    near: tally.near,
    moves: bands.flatMap((from) =>
      bands
        .filter((to) => to !== from)
        .map((to) => ({ from, to, count: sum(({ before, after }) => before === from && after === to) }))
        .filter((move) => move.count > 0),
    ),
    confusion: (['approved', 'rejected'] as const).flatMap((decision) =>
      bands.map((band) => ({
        decision,
        band,
        before: sum((cell) => cell.decision === decision && cell.before === band),
        after: sum((cell) => cell.decision === decision && cell.after === band),
      })),
    ),
  };
}
