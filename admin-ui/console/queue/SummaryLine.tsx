import Box from '@mui/material/Box';
import { useSpeech } from '../../shared/text.tsx';
import { tabular } from '../../shared/theme.ts';
import { useSummary } from './useSummary.ts';

/** The four numbers of the desk; the place is kept while they load. */
export function SummaryLine() {
  const { t } = useSpeech();
  const { data } = useSummary();
  const parts = [
    ['waiting', data?.waiting],
    ['overdue', data?.overdue],
    ['claimed', data?.claimed],
    ['held', data?.held],
    ['mine', data?.mine],
  ] as const;
  return (
    <Box
      component="dl"
      aria-label={t('queue.summary.title')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: { xs: 2, sm: 3.5 }, m: 0, mb: 1.5 }}
    >
      {parts.map(([name, value]) => (
        <Box key={name} sx={{ display: 'flex', flexDirection: 'column-reverse' }}>
          <Box component="dt" sx={{ fontSize: '0.76rem', color: 'text.secondary' }}>
            {t(`queue.summary.${name}`)}
          </Box>
          <Box
            component="dd"
            sx={{
              ...tabular,
              m: 0,
              fontSize: '1.25rem',
              fontWeight: 650,
              lineHeight: 1.2,
              color: name === 'overdue' && (value ?? 0) > 0 ? 'error.main' : 'text.primary',
            }}
          >
            {value ?? '–'}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
