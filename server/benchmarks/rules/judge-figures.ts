import type { PlausibilityBook } from '../plausibility/book.ts';
import type { Claim, ClaimVerdict } from '../plausibility/claim.ts';
import type { NormVersion } from '../plausibility/figures.ts';
import { judgeClaim } from '../plausibility/judge.ts';
import { toIndexYear } from '../plausibility/scale.ts';
import type { BenchmarkFigures } from '../schema/claim.ts';
import { type ClaimVerdictName, claimVerdictNames } from '../schema/reply.ts';

/** A verdict as it is kept: with the factor that brings published figures into the claim's own money (1 for rates). */
export type KeptVerdict = Omit<ClaimVerdict, 'figures'> & { factor: number | null };

/** The worse of two claims, from plausible over no norm to failed arithmetic: one without a norm is no pass. */
export function worse(a: ClaimVerdictName, b: ClaimVerdictName): ClaimVerdictName {
  return claimVerdictNames.indexOf(a) >= claimVerdictNames.indexOf(b) ? a : b;
}

/**
 * The headline of one claim with several figures: the worst of those that could be compared. A figure without a norm
 * neither penalises nor passes (M37), so it decides only where nothing could be compared; how many there were is said
 * beside the headline.
 */
export function headlineOf(verdicts: readonly { verdict: ClaimVerdictName }[]): ClaimVerdictName {
  const compared: ClaimVerdictName[] = verdicts
    .map((one) => one.verdict)
    .filter((verdict) => verdict !== 'no_norm');
  return compared.length > 0 ? compared.reduce(worse) : 'no_norm';
}

/** The figures of a case study as the engine takes them: major units, the year the campaign ended. */
export function asClaim(figures: BenchmarkFigures): Claim {
  return {
    channel: figures.channel,
    vertical: figures.vertical,
    platform: figures.platform,
    subvertical: figures.subvertical,
    year: Number(figures.timeframe.to.slice(0, 4)),
    currency: figures.currency,
    lead_definition: figures.lead_definition,
    cost_basis: figures.cost_basis,
    country: figures.country,
    figures: {
      cpl: figures.cpl_minor / 100,
      qualified_lead_rate: figures.qualified_lead_rate,
      ...(figures.sql_rate === undefined ? {} : { sql_rate: figures.sql_rate }),
    },
    spend: figures.spend_minor === undefined ? undefined : figures.spend_minor / 100,
    lead_count: figures.lead_count,
    timeframe: figures.timeframe,
  };
}

/** Every figure of one case study judged (M37-M39). `asOf` is the present month, YYYY-MM. */
export function judgeFigures(
  norms: NormVersion,
  book: PlausibilityBook,
  figures: BenchmarkFigures,
  asOf: string,
): { verdicts: KeptVerdict[]; worst: ClaimVerdictName } {
  const claim = asClaim(figures);
  const scale = toIndexYear(book, figures.currency, claim.year);
  const factor = 'gap' in scale ? null : scale.factor;
  const verdicts = judgeClaim(norms, book, claim, asOf).map(({ figures: _rows, ...verdict }) => ({
    ...verdict,
    factor: verdict.currency === null ? 1 : factor,
  }));
  return { verdicts, worst: headlineOf(verdicts) };
}
