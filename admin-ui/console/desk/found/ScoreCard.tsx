import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { type Translate, useSpeech } from '../../../shared/text.tsx';
import { tabular } from '../../../shared/theme.ts';
import { BandChip } from '../../lists/tones.tsx';
import { useDesk } from '../state/desk-context.ts';
import { Overridden } from './Overridden.tsx';

/** Why the score was lowered: the rule, and the finding it rests on. */
function capText(t: Translate, reason: string): string {
  const [rule = '', ids = ''] = reason.split(':', 2);
  const name = ids
    .split(',')
    .filter((id) => id !== '')
    .map((id) => t(`finding.criterion.${id}`, { _: t(`finding.flag.${id}`, { _: id }) }))
    .join(', ');
  return name ? `${t(`cap.${rule}`, { _: rule })} (${name})` : t(`cap.${rule}`, { _: rule });
}

/** The score as people see it: the floor, with every cap that lowered it said in words. */
export function ScoreCard() {
  const { t } = useSpeech();
  const { reading } = useDesk().dossier;
  if (reading.state === 'waiting')
    return (
      <Alert severity="info" variant="outlined" sx={{ mb: 2 }}>
        {t('desk.reading.waiting')}
      </Alert>
    );
  if (reading.state === 'not_read')
    return (
      <Alert severity="warning" variant="outlined" sx={{ mb: 2 }}>
        {t('desk.reading.not_read', {
          language: t(`language.${reading.language ?? 'und'}`, { _: t('language.und') }),
        })}
      </Alert>
    );
  const whole = (value: number | null) => (value === null ? '–' : Math.floor(value));
  return (
    <Card sx={{ p: 1.5, mb: 2 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, flexWrap: 'wrap' }}>
        <Typography component="p" sx={{ ...tabular, fontSize: '2rem', fontWeight: 700, lineHeight: 1 }}>
          {reading.score_floor ?? '–'}
          <Typography component="span" color="textSecondary" sx={{ fontSize: '0.9rem' }}>
            {' / 100'}
          </Typography>
        </Typography>
        <BandChip band={reading.band} />
        <Typography variant="body2" color="textSecondary" sx={{ ml: 'auto', ...tabular }}>
          {t('desk.reading.completeness', { value: whole(reading.completeness) })} ·{' '}
          {t('desk.reading.coherence', { value: whole(reading.coherence) })}
          {reading.coherent === false ? ` · ${t('desk.reading.incoherent')}` : ''}
        </Typography>
      </Box>
      <Overridden reading={reading} />
      {reading.caps.length > 0 && (
        <Box component="ul" sx={{ m: 0, mt: 1, pl: 2.25, fontSize: '0.84rem' }}>
          {reading.caps.map((cap) => (
            <li key={`${cap.reason}-${cap.to}`}>
              <Box component="span" sx={{ ...tabular, fontWeight: 600 }}>
                {Math.floor(cap.from)} → {Math.floor(cap.to)}
              </Box>
              {': '}
              {capText(t, cap.reason)}
            </li>
          ))}
        </Box>
      )}
      <Typography variant="caption" color="textSecondary" component="p" sx={{ mt: 0.75 }}>
        {t(reading.read_by === 'people' ? 'sheet.read_by_people' : 'desk.reading.by', {
          version: reading.rubric_version ?? '–',
          language: t(`language.${reading.language ?? 'und'}`, { _: t('language.und') }),
        })}
      </Typography>
    </Card>
  );
}
