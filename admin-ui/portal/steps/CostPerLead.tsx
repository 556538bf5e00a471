import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { money, percent } from '../../shared/format.ts';
import { useSpeech } from '../../shared/text.tsx';
import { useValue } from '../draft/hooks.tsx';
import { Choice, type Option } from '../fields/Choice.tsx';
import { OneOf } from '../fields/Choices.tsx';
import { NumberLine } from '../fields/NumberLine.tsx';
import { useOptions } from '../fields/options.ts';
import { Pair } from '../fields/Pair.tsx';
import { costBases, leadDefinitions } from './vocabulary.ts';

/** What the figures say together, as a sentence the applicant can check. */
function Sentence({ path }: { path: string }) {
  const { t, locale } = useSpeech();
  const [cpl] = useValue<number | string>(`${path}.cpl_minor`);
  const [currency] = useValue<string>(`${path}.currency`);
  const [definition] = useValue<string>(`${path}.lead_definition`);
  const [basis] = useValue<string>(`${path}.cost_basis`);
  const [rate] = useValue<number | string>(`${path}.qualified_lead_rate`);
  if (typeof cpl !== 'number' || !currency || !definition || !basis) return null;
  const words = {
    cpl: money(cpl, currency, locale),
    lead: t(`taxonomy.lead.${definition}`),
    basis: t(`taxonomy.cost.${basis}`),
  };
  const perQualified =
    typeof rate === 'number' && rate > 0
      ? t('portal.figures.per_qualified', {
          rate: percent(rate, locale),
          money: money(Math.round((cpl * 100) / rate), currency, locale),
        })
      : '';
  return (
    <Typography
      role="status"
      variant="body2"
      sx={(theme) => ({
        p: 1.25,
        borderRadius: 1,
        color: theme.palette.tone.info.fg,
        backgroundColor: theme.palette.tone.info.bg,
      })}
    >
      {t('portal.figures.sentence', words)} {perQualified}
    </Typography>
  );
}

/** The price of a lead and what a lead was, side by side: the one means nothing without the other. */
export function CostPerLead({ path, currencies }: { path: string; currencies: readonly Option[] }) {
  const { t } = useSpeech();
  const [definition] = useValue<string>(`${path}.lead_definition`);
  const meaning = definition ? (
    <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
      {t(`portal.lead.${definition}`)}
    </Typography>
  ) : null;
  return (
    <Box
      component="section"
      aria-label={t('portal.figures.price')}
      sx={{
        border: '1px solid',
        borderColor: 'divider',
        borderRadius: 2,
        bgcolor: 'background.paper',
        p: { xs: 1.5, sm: 2.5 },
        mb: 3,
      }}
    >
      <Typography variant="h3" sx={{ mb: 0.25 }}>
        {t('portal.figures.price')}
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 2 }}>
        {t('portal.figures.price_why')}
      </Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' }, columnGap: 3 }}>
        <div>
          <NumberLine path={`${path}.cpl_minor`} kind="money" currencyPath={`${path}.currency`} />
          <Choice path={`${path}.currency`} options={currencies} />
        </div>
        <div>
          <Choice
            path={`${path}.lead_definition`}
            options={useOptions('lead', leadDefinitions)}
            extra={meaning}
          />
          <OneOf path={`${path}.cost_basis`} options={useOptions('cost', costBases)} />
        </div>
      </Box>
      <Pair>
        <NumberLine path={`${path}.qualified_lead_rate`} kind="percent" />
        <NumberLine path={`${path}.sql_rate`} kind="percent" optional />
      </Pair>
      <Sentence path={path} />
    </Box>
  );
}
