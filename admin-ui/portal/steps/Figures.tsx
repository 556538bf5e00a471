import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { channels, icpSizes, otherVertical, verticals } from '../../../server/kernel/taxonomy.ts';
import { useSpeech } from '../../shared/text.tsx';
import { useValue } from '../draft/hooks.tsx';
import { Choice } from '../fields/Choice.tsx';
import { OneOf } from '../fields/Choices.tsx';
import { MonthChoice } from '../fields/MonthChoice.tsx';
import { NumberLine } from '../fields/NumberLine.tsx';
import { useCountries, useCurrencies, useOptions } from '../fields/options.ts';
import { Pair } from '../fields/Pair.tsx';
import { TextLine } from '../fields/TextLine.tsx';
import { CostPerLead } from './CostPerLead.tsx';

const namedVerticals = [...verticals, otherVertical];
const platforms = ['linkedin', 'meta'] as const;

/** The benchmark figures of one campaign (M33): what makes a price per lead comparable stands beside the price. */
export function Figures({ path }: { path: string }) {
  const { t } = useSpeech();
  const [channel] = useValue<string>(`${path}.channel`);
  const [vertical] = useValue<string>(`${path}.vertical`);
  const countries = useCountries();
  const currencies = useCurrencies();
  const platformOptions = platforms.map((value) => ({ value, label: t(`portal.platform.${value}`) }));
  return (
    <Box component="section" data-path={path} aria-label={t('portal.figures.title')} sx={{ mt: 4 }}>
      <Typography variant="h2">{t('portal.figures.title')}</Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 2 }}>
        {t('portal.figures.why')}
      </Typography>
      <Choice path={`${path}.channel`} options={useOptions('channel', channels)} />
      {channel === 'paid_social' && <OneOf path={`${path}.platform`} optional options={platformOptions} />}
      <Choice path={`${path}.vertical`} options={useOptions('vertical', namedVerticals)} />
      {vertical === otherVertical && <TextLine path={`${path}.vertical_other`} />}
      <TextLine path={`${path}.subvertical`} optional />
      <Choice path={`${path}.country`} options={countries} />
      <OneOf path={`${path}.icp.size`} options={useOptions('icp', icpSizes)} />
      <TextLine path={`${path}.icp.definition`} />
      <TextLine path={`${path}.campaign_objective`} />
      <Pair>
        <MonthChoice path={`${path}.timeframe.from`} />
        <MonthChoice path={`${path}.timeframe.to`} />
      </Pair>
      <CostPerLead path={path} currencies={currencies} />
      <Typography variant="h3" sx={{ mb: 0.25 }}>
        {t('portal.figures.evidence')}
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>
        {t('portal.figures.evidence_why')}
      </Typography>
      <Pair>
        <NumberLine path={`${path}.spend_minor`} kind="money" currencyPath={`${path}.currency`} optional />
        <NumberLine path={`${path}.lead_count`} kind="count" optional />
      </Pair>
    </Box>
  );
}
