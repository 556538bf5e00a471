import type { BenchmarkFigures } from '../../../../server/benchmarks/schema/claim.ts';
import { countryName, money, month, number, percent } from '../../../shared/format.ts';
import { useSpeech } from '../../../shared/text.tsx';
import { Facts } from '../Section.tsx';

/** The benchmark figures of one case study as they were typed. */
export function ClaimedFigures({ figures }: { figures: BenchmarkFigures }) {
  const { t, locale } = useSpeech();
  const vertical =
    figures.vertical === 'other'
      ? (figures.vertical_other ?? '')
      : t(`taxonomy.vertical.${figures.vertical}`);
  const spent = [
    figures.spend_minor ? money(figures.spend_minor, figures.currency, locale, true) : null,
    figures.lead_count ? t('claim.leads', { n: number(figures.lead_count, locale) }) : null,
  ].filter((part) => part !== null);
  return (
    <Facts
      rows={[
        [t('claim.category'), `${t(`taxonomy.channel.${figures.channel}`)}, ${vertical}`],
        [t('claim.cpl'), <strong key="cpl">{money(figures.cpl_minor, figures.currency, locale)}</strong>],
        [
          t('claim.rates'),
          [
            `${t('claim.qualified')} ${percent(figures.qualified_lead_rate, locale)}`,
            figures.sql_rate === undefined ? null : `SQL ${percent(figures.sql_rate, locale)}`,
          ]
            .filter((part) => part !== null)
            .join(' · '),
        ],
        [
          t('claim.lead'),
          `${t(`taxonomy.lead.${figures.lead_definition}`)}, ${t(`taxonomy.cost.${figures.cost_basis}`)}`,
        ],
        [
          t('claim.period'),
          `${month(figures.timeframe.from, locale)} – ${month(figures.timeframe.to, locale)}, ${countryName(figures.country, locale)}`,
        ],
        [t('claim.icp'), `${t(`taxonomy.icp.${figures.icp.size}`)}: ${figures.icp.definition}`],
        [t('claim.objective'), figures.campaign_objective],
        ...(spent.length > 0 ? ([[t('claim.evidence'), spent.join(' · ')]] as const) : []),
      ]}
    />
  );
}
