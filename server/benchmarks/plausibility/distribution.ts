import type { NormVersion } from './figures.ts';
import { fromLogit } from './scale.ts';
import { figuresOf } from './standing.ts';

/** One published figure as a point on the category's scale. */
export interface DistributionPoint {
  row: number;
  /** Base currency of the index year, or percent. */
  value: number;
  family: string;
  weight: number;
  vertical: string;
  printed: number;
  currency: string;
  region: string;
  year: number | null;
  title: string;
  publisher: string;
  url: string;
}

/**
 * The figures behind a category, lowest first (M37): those of the vertical, or of the whole channel when `vertical` is null.
 * Sub-vertical figures appear only for the sub-vertical named.
 */
export function distribution(
  norms: NormVersion,
  stratum: string,
  channel: string,
  vertical: string | null,
  subvertical: string | null = null,
): DistributionPoint[] {
  return figuresOf(norms, stratum)
    .filter((figure) => figure.channel === channel && (vertical === null || figure.vertical === vertical))
    .filter((figure) => figure.subvertical === null || figure.subvertical === subvertical)
    .map((figure) => ({
      row: figure.row,
      value: stratum.startsWith('cost|') ? Math.exp(figure.x) : fromLogit(figure.x),
      family: figure.family,
      weight: figure.weight,
      vertical: figure.vertical,
      printed: figure.printed,
      currency: figure.currency,
      region: figure.region,
      year: figure.year,
      title: figure.title,
      publisher: figure.publisher,
      url: figure.url,
    }))
    .sort((a, b) => a.value - b.value || a.row - b.row);
}
