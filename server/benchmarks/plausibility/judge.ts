import { type ArithmeticFinding, checkArithmetic } from './arithmetic.ts';
import type { PlausibilityBook } from './book.ts';
import type { Claim, ClaimVerdict, Verdict, VerdictNote } from './claim.ts';
import type { NormVersion } from './figures.ts';
import { askingLine } from './line.ts';
import { placesFor } from './places.ts';
import { subverticalName } from './prepare.ts';
import { type Factor, fromLogit, isCost, logit, type Metric, metrics, toIndexYear } from './scale.ts';
import { hasVertical, type Scored, scoreAt } from './score.ts';
import { type Standing, standingAt } from './standing.ts';

const hasNorm = (standing: Standing): standing is Standing & { norm: number } => standing.norm !== null;

/** Of several platforms the one with most figures in the cell; a second reviewer only when all of them say so. */
function pick(scored: Scored[]): Scored | undefined {
  const [best] = [...scored].sort(
    (a, b) =>
      b.standing.votes.cell.length - a.standing.votes.cell.length ||
      (a.standing.norm ?? 0) - (b.standing.norm ?? 0),
  );
  if (best?.verdict !== 'second_reviewer') return best;
  const agreed = scored.every((other) => other.verdict === 'second_reviewer');
  return agreed ? best : { ...best, verdict: 'ask' };
}

function percentile(standing: Standing, x: number, book: PlausibilityBook): number | null {
  const { cell } = standing.votes;
  if (standing.level !== 'cell' || cell.length < book.levels.percentile_min) return null;
  const ties = cell.filter((vote) => Math.abs(vote.x - x) < 1e-9).length;
  const below = cell.filter((vote) => vote.x < x - 1e-9).length;
  return (100 * (below + ties / 2 + 0.5)) / (cell.length + 1);
}

interface Scale {
  x: number;
  back: (x: number) => number;
  caveats: Factor['caveats'];
}

/** The claim's value on the scale of the norms and the way back to its own money, or why there is none. */
function scaleFor(claim: Claim, metric: Metric, value: number, book: PlausibilityBook): Scale | VerdictNote {
  if (!isCost(metric))
    return {
      x: logit(value, book.rate_clamp),
      back: (x) => fromLogit(x),
      caveats: [],
    };
  if (!claim.currency) return { code: 'no_currency', params: {} };
  const result = toIndexYear(book, claim.currency, claim.year);
  if ('gap' in result) return { code: result.gap, params: { currency: claim.currency, year: claim.year } };
  const { factor, caveats } = result;
  return { x: Math.log(value * factor), back: (x) => Math.exp(x) / factor, caveats };
}

function blank(
  norms: NormVersion,
  claim: Claim,
  metric: Metric,
  value: number,
  verdict: Verdict,
): ClaimVerdict {
  return {
    metric,
    verdict,
    value,
    currency: isCost(metric) ? (claim.currency ?? null) : null,
    norm: null,
    cell_median: null,
    n: 0,
    channel_n: 0,
    families: [],
    level: 'none',
    ratio: null,
    z: null,
    percentile: null,
    asks_below: null,
    stratum: '',
    channel: claim.channel,
    region_note: null,
    notes: [],
    figures: [],
    version: `${norms.version}+plausibility-${norms.book_version}`,
  };
}

function described(base: ClaimVerdict, standing: Standing, scale: Scale): ClaimVerdict {
  const { votes, place, cellMedian } = standing;
  return {
    ...base,
    cell_median: cellMedian === null ? null : scale.back(cellMedian),
    n: votes.cell.length,
    channel_n: votes.channel.length,
    families: standing.behind.map((vote) => vote.family).sort(),
    level: standing.level,
    stratum: place.stratum,
    channel: place.channel,
    figures: standing.behind.flatMap((vote) => vote.rows).sort((a, b) => a - b),
  };
}

function withNorm(
  base: ClaimVerdict,
  claim: Claim,
  scored: Scored,
  scale: Scale,
  book: PlausibilityBook,
): ClaimVerdict {
  const { standing } = scored;
  const norm = standing.norm ?? 0;
  const line = askingLine(claim, base.metric, scored, book);
  const blended: VerdictNote = {
    code: 'blended',
    params: {
      channel_norm: scale.back(standing.channelNorm ?? norm),
      n: standing.votes.cell.length,
      k: book.shrinkage,
    },
  };
  return {
    ...described(base, standing, scale),
    verdict: scored.verdict,
    norm: scale.back(norm),
    ratio: base.value / scale.back(norm),
    z: scored.z,
    percentile: percentile(standing, scale.x, book),
    asks_below: line === null ? null : scale.back(line),
    region_note: scored.foreign ? 'us_figures' : null,
    notes: [...scored.notes, ...scale.caveats.map((code) => ({ code, params: {} })), blended],
  };
}

function judgeFigure(
  norms: NormVersion,
  book: PlausibilityBook,
  claim: Claim,
  metric: Metric,
  value: number,
): ClaimVerdict {
  const none = blank(norms, claim, metric, value, 'no_norm');
  const scale = scaleFor(claim, metric, value, book);
  if ('code' in scale) return { ...none, notes: [scale] };
  if (!hasVertical(claim)) return { ...none, notes: [{ code: 'vertical_without_figures', params: {} }] };
  const subvertical = claim.subvertical ? subverticalName(claim.subvertical, book) : null;
  const groups = placesFor(claim, metric, book).map((places) =>
    places.map((place) => standingAt(norms, book, place, claim.vertical, subvertical)),
  );
  for (const group of groups) {
    const scored = group
      .filter(hasNorm)
      .map((standing) => scoreAt(norms, book, claim, metric, scale.x, standing));
    const best = pick(scored);
    if (best) return withNorm(none, claim, best, scale, book);
  }
  const most = groups.flat().sort((a, b) => b.votes.channel.length - a.votes.channel.length)[0];
  const params = { n: most?.votes.cell.length ?? 0, channel_n: most?.votes.channel.length ?? 0 };
  const result = most ? described(none, most, scale) : none;
  return { ...result, notes: [{ code: 'too_few_figures', params }] };
}

/** What arithmetic makes of a verdict: a contradiction fails whatever the norm says, an oddity asks at least. */
function withArithmetic(judged: ClaimVerdict, own: readonly ArithmeticFinding[]): ClaimVerdict {
  if (own.length === 0) return judged;
  const notes = [...own.map(({ code, params }) => ({ code, params })), ...judged.notes];
  if (own.some((finding) => finding.severity === 'fails')) return { ...judged, verdict: 'arithmetic', notes };
  return { ...judged, verdict: judged.verdict === 'second_reviewer' ? 'second_reviewer' : 'ask', notes };
}

/**
 * Every figure of a claim against the norms (M37-M39): arithmetic first, then its place on the category's scale.
 * No norm is no penalty and no pass. What is odd in the claim as a whole is asked once, at its first figure; what cannot
 * be true in it fails every figure. `asOf` is the present month, YYYY-MM, for timeframes in the future.
 */
export function judgeClaim(
  norms: NormVersion,
  book: PlausibilityBook,
  claim: Claim,
  asOf?: string,
): ClaimVerdict[] {
  const findings = checkArithmetic(claim, book, asOf);
  const given = metrics.filter((metric) => claim.figures[metric] !== undefined);
  return given.map((metric, place) => {
    const value = claim.figures[metric] ?? 0;
    const own = findings.filter(
      (one) => one.metric === metric || (one.metric === null && (place === 0 || one.severity === 'fails')),
    );
    const unusable = own.some((f) => f.code === 'cost_not_positive' || f.code === 'rate_out_of_range');
    const judged = unusable
      ? blank(norms, claim, metric, value, 'arithmetic')
      : judgeFigure(norms, book, claim, metric, value);
    return withArithmetic(judged, own);
  });
}
