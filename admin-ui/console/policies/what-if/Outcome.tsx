import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { z } from 'zod';
import type { summaryReply } from '../../../../server/analytics/schema/what-if.ts';
import { useSpeech } from '../../../shared/text.tsx';

export type Summary = z.infer<typeof summaryReply>;
const bands = ['pass', 'review', 'reject'] as const;
const cell = { px: 1, py: 0.5, textAlign: 'right', borderBottom: 1, borderColor: 'divider' } as const;

/** How many past decisions change band, from where to where, and what people decided against each band. */
export function Outcome({ summary }: { summary: Summary }) {
  const { t } = useSpeech();
  const at = (decision: string, band: string) =>
    summary.confusion.find((one) => one.decision === decision && one.band === band);
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Typography variant="body2">
        {t('what_if.changed', { changed: summary.changed, smart_count: summary.compared })}{' '}
        {t('what_if.near', { smart_count: summary.near })}
      </Typography>
      {summary.moves.length > 0 && (
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
          {summary.moves.map(({ from, to, count }) => (
            <li key={`${from}-${to}`}>
              {t('what_if.move', { smart_count: count, from: t(`band.${from}`), to: t(`band.${to}`) })}
            </li>
          ))}
        </Box>
      )}
      <Box sx={{ overflowX: 'auto' }}>
        <Box component="table" sx={{ borderCollapse: 'collapse', fontSize: '0.84rem' }}>
          <caption style={{ captionSide: 'top', textAlign: 'left' }}>{t('what_if.confusion')}</caption>
          <thead>
            <tr>
              <Box component="th" scope="col" sx={{ ...cell, textAlign: 'left' }}>
                {t('what_if.decided')}
              </Box>
              {bands.map((band) => (
                <Box component="th" scope="col" key={band} sx={cell}>
                  {t(`band.${band}`)}
                </Box>
              ))}
            </tr>
          </thead>
          <tbody>
            {(['approved', 'rejected'] as const).map((decision) => (
              <tr key={decision}>
                <Box component="th" scope="row" sx={{ ...cell, textAlign: 'left', fontWeight: 500 }}>
                  {t(`state.${decision}`)}
                </Box>
                {bands.map((band) => (
                  <Box component="td" key={band} sx={cell}>
                    {at(decision, band)?.before ?? 0} → <strong>{at(decision, band)?.after ?? 0}</strong>
                  </Box>
                ))}
              </tr>
            ))}
          </tbody>
        </Box>
      </Box>
    </Box>
  );
}
