import type { PlausibilityBook } from './book.ts';
import type { Claim } from './claim.ts';
import { isCost, type Metric } from './scale.ts';

/** `fails` cannot be true and blocks; `asks` is odd and wants a word. */
export interface ArithmeticFinding {
  code:
    | 'rate_out_of_range'
    | 'cost_not_positive'
    | 'cpl_does_not_follow'
    | 'sql_rate_above_qualified_rate'
    | 'rate_impossible_for_count'
    | 'no_sql_from_leads'
    | 'timeframe_reversed'
    | 'timeframe_in_future'
    | 'timeframe_too_long'
    | 'timeframe_too_old';
  severity: 'fails' | 'asks';
  /** The figure it is about; null: the whole claim. */
  metric: Metric | null;
  params: Record<string, string | number>;
}

type Rules = PlausibilityBook['arithmetic'];
const round2 = (value: number) => Math.round(value * 100) / 100;

function ranges(claim: Claim): ArithmeticFinding[] {
  const findings: ArithmeticFinding[] = [];
  for (const [metric, value] of Object.entries(claim.figures) as [Metric, number][]) {
    const cost = isCost(metric);
    if (cost ? value > 0 : value >= 0 && value <= 100) continue;
    const code = cost ? 'cost_not_positive' : 'rate_out_of_range';
    findings.push({ code, severity: 'fails', metric, params: { value } });
  }
  return findings;
}

/** Spend over leads is the cost per lead, within the rounding people do: whole units for whole claims, else one per cent. */
function division(claim: Claim, rules: Rules): ArithmeticFinding[] {
  const { spend, lead_count } = claim;
  const cpl = claim.figures.cpl;
  if (cpl === undefined || cpl <= 0 || !spend || !lead_count) return [];
  const follows = spend / lead_count;
  const whole = Number.isInteger(cpl) ? rules.whole_unit_tolerance : 0.01;
  const tolerance = Math.max(whole, rules.cpl_relative_tolerance * cpl) + 1e-9;
  if (Math.abs(follows - cpl) <= tolerance) return [];
  const params = {
    claimed: cpl,
    follows: round2(follows),
    spend,
    lead_count,
    currency: claim.currency ?? '',
  };
  return [{ code: 'cpl_does_not_follow', severity: 'fails', metric: 'cpl', params }];
}

/** With few leads only some percentages can occur: 33 % of 7 leads is no whole number of leads. */
function granularity(claim: Claim, rules: Rules): ArithmeticFinding[] {
  const rate = claim.figures.qualified_lead_rate;
  const count = claim.lead_count;
  if (rate === undefined || rate < 0 || rate > 100 || !count || count > rules.small_count) return [];
  const nearestShare = (100 * Math.round((rate * count) / 100)) / count;
  const half = Number.isInteger(rate) ? 0.5 : 0.05;
  if (Math.abs(nearestShare - rate) <= half + 1e-9) return [];
  const params = { rate, lead_count: count, nearest: round2(nearestShare) };
  return [{ code: 'rate_impossible_for_count', severity: 'asks', metric: 'qualified_lead_rate', params }];
}

function funnel(claim: Claim): ArithmeticFinding[] {
  const qualified = claim.figures.qualified_lead_rate;
  const sql = claim.figures.sql_rate;
  if (qualified === undefined || sql === undefined || qualified < 0 || sql <= 0) return [];
  const findings: ArithmeticFinding[] = [];
  if (sql > qualified)
    findings.push({
      code: 'sql_rate_above_qualified_rate',
      severity: 'asks',
      metric: 'sql_rate',
      params: { qualified_lead_rate: qualified, sql_rate: sql },
    });
  const sqls = ((claim.lead_count ?? Number.POSITIVE_INFINITY) * qualified * sql) / 10_000;
  if (sqls < 0.5)
    findings.push({
      code: 'no_sql_from_leads',
      severity: 'asks',
      metric: 'sql_rate',
      params: { lead_count: claim.lead_count ?? 0, sqls: round2(sqls) },
    });
  return findings;
}

const months = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5)) + 1;

function timeframe(claim: Claim, rules: Rules, asOf: string | undefined): ArithmeticFinding[] {
  if (!claim.timeframe) return [];
  const { from, to } = claim.timeframe;
  const finding = (
    code: ArithmeticFinding['code'],
    severity: ArithmeticFinding['severity'],
  ): ArithmeticFinding => ({ code, severity, metric: null, params: { from, to, months: months(from, to) } });
  if (from > to) return [finding('timeframe_reversed', 'fails')];
  if (asOf !== undefined && to > asOf) return [finding('timeframe_in_future', 'fails')];
  if (Number(from.slice(0, 4)) < rules.earliest_year) return [finding('timeframe_too_old', 'asks')];
  return months(from, to) > rules.max_months ? [finding('timeframe_too_long', 'asks')] : [];
}

/**
 * What the claim's own numbers say about each other, before any norm (M39). `asOf` is the present month, YYYY-MM.
 * The SQL rate is a share of qualified leads, so one above the qualified rate is no contradiction, but asks which is meant.
 */
export function checkArithmetic(claim: Claim, book: PlausibilityBook, asOf?: string): ArithmeticFinding[] {
  return [
    ...ranges(claim),
    ...division(claim, book.arithmetic),
    ...granularity(claim, book.arithmetic),
    ...funnel(claim),
    ...timeframe(claim, book.arithmetic, asOf),
  ];
}

/** Cost per qualified opportunity in minor units (M41, M42); null when the rate is not above zero. */
export function costPerQualifiedOpportunity(cplMinor: number, ratePercent: number): number | null {
  return ratePercent > 0 ? Math.round((cplMinor * 100) / ratePercent) : null;
}

/** Cost per sales-qualified lead in minor units, from the two rates along the funnel. */
export function impliedCostPerSql(cplMinor: number, qualified: number, sql: number): number | null {
  return qualified > 0 && sql > 0 ? Math.round((cplMinor * 10_000) / (qualified * sql)) : null;
}
