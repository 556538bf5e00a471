/** One row of the published figures. Blank numbers and years are null; `tags` are the key=value parts of the note. */
export interface PublishedFigure {
  /** Line of the data row in its file, the header being line 1. */
  row: number;
  channel: string;
  vertical: string;
  metric: string;
  low: number | null;
  typical: number | null;
  high: number | null;
  currency: string;
  region: string;
  year: number | null;
  title: string;
  publisher: string;
  url: string;
  tags: Readonly<Record<string, string>>;
}

/** A figure ready to vote: on its scale, indexed and weighted, with the source it came from. */
export interface PreparedFigure {
  row: number;
  /** `metric|denominator|scope` for costs, `metric|stage|denominator` for rates. */
  stratum: string;
  /** Channel slug, with the platform after a dot where the stratum splits it; `any` is mixed channels. */
  channel: string;
  vertical: string;
  subvertical: string | null;
  family: string;
  /** ln(cost in index-year base currency) or logit(rate). */
  x: number;
  weight: number;
  region: string;
  year: number | null;
  /** As printed: the typical value, or the middle of the range on the metric's scale. */
  printed: number;
  currency: string;
  title: string;
  publisher: string;
  url: string;
}

export interface LeftOut {
  row: number;
  family: string;
  reason: LeftOutReason;
}

export type LeftOutReason =
  | 'metric_not_judged'
  | 'no_family'
  | 'open_range'
  | 'out_of_range'
  | 'too_old'
  | 'after_as_of'
  | 'year_before_index'
  | 'no_exchange_rate'
  | 'undated_foreign_currency';

/** The opinion of one source family about one place: its figures averaged on the metric's scale. */
export interface Vote {
  family: string;
  x: number;
  weight: number;
  rows: number[];
}

/** The common scale of a stratum: s as used, before its floor, and the held-out votes it was taken from. */
export interface StratumScale {
  s: number;
  s_raw: number | null;
  residuals: number;
  votes: number;
}

/** One place (channel and vertical) of a stratum with its votes, for lists and comparison of versions. */
export interface NormCell {
  stratum: string;
  channel: string;
  vertical: string;
  votes: Vote[];
}

/** A norm version: everything a verdict needs, as plain JSON. */
export interface NormVersion {
  version: string;
  book_version: string;
  as_of_year: number;
  index_year: number;
  figures: PreparedFigure[];
  left_out: LeftOut[];
  scales: Record<string, StratumScale>;
  cells: NormCell[];
}
