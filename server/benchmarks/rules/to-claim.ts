import type { Claim } from '../plausibility/claim.ts';
import type { BenchmarkFigures } from '../schema/claim.ts';

/** The year in which most of the period lies: that of its middle month. */
export function middleYear(timeframe: { from: string; to: string }): number {
  const month = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5)) - 1;
  return Math.floor((month(timeframe.from) + month(timeframe.to)) / 2 / 12);
}

const major = (minor: number | undefined) => (minor === undefined ? undefined : minor / 100);

/** The figures of a case study as the plausibility engine reads them: money in major units, one year. */
export function toClaim(figures: BenchmarkFigures): Claim {
  return {
    channel: figures.channel,
    vertical: figures.vertical,
    platform: figures.platform,
    subvertical: figures.subvertical,
    year: middleYear(figures.timeframe),
    currency: figures.currency,
    lead_definition: figures.lead_definition,
    cost_basis: figures.cost_basis,
    country: figures.country,
    figures: {
      cpl: figures.cpl_minor / 100,
      qualified_lead_rate: figures.qualified_lead_rate,
      ...(figures.sql_rate === undefined ? {} : { sql_rate: figures.sql_rate }),
    },
    spend: major(figures.spend_minor),
    lead_count: figures.lead_count,
    timeframe: figures.timeframe,
  };
}
