import { wilson } from '../../kernel/stats.ts';

/** How many decided applications carry a finding as the machine said it, or as people judged it instead. */
export interface Counted {
  finding: string;
  machine: string;
  /** Null: what the machine said, overturned or not. */
  judged: string | null;
  count: number;
}

export interface Agreement {
  id: string;
  kind: 'criterion' | 'flag';
  judged: number;
  overturned: number;
  share: number;
  low: number;
  high: number;
  directions: { from: string; to: string; count: number; of: number }[];
}

/**
 * One row per finding: shares with their 95 % range (Wilson), and the directions of overturning, the most frequent
 * first.
 */
export function agreementOf(counts: readonly Counted[]): Agreement[] {
  const findings = new Map<string, Counted[]>();
  for (const one of counts) findings.set(one.finding, [...(findings.get(one.finding) ?? []), one]);
  return [...findings].map(([id, all]) => {
    const said = all.filter((one) => one.judged === null);
    const directions = all.flatMap(({ machine, judged, count }) =>
      judged === null
        ? []
        : [
            {
              from: machine,
              to: judged,
              count,
              of: said.find((one) => one.machine === machine)?.count ?? 0,
            },
          ],
    );
    const sum = (list: readonly { count: number }[]) => list.reduce((total, { count }) => total + count, 0);
    const judged = sum(said);
    const overturned = sum(directions);
    return {
      id,
      kind: id.startsWith('flag:') ? ('flag' as const) : ('criterion' as const),
      judged,
      overturned,
      ...wilson(overturned, judged),
      directions: directions.sort((a, b) => b.count - a.count || a.from.localeCompare(b.from)),
    };
  });
}

export type Measure = 'low' | 'share' | 'overturned' | 'judged';

/**
 * Findings by a measure. The worst are those whose share is surely high: by the lower end of the range, so that one of
 * one does not stand before forty of a hundred.
 */
export const ranked = (rows: readonly Agreement[], by: Measure, order: 'asc' | 'desc'): Agreement[] =>
  [...rows].sort((a, b) => {
    const first = order === 'desc' ? b[by] - a[by] : a[by] - b[by];
    return first || b.overturned - a.overturned || b.judged - a.judged || a.id.localeCompare(b.id);
  });
