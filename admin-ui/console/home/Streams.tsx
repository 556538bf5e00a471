import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { LoadingLines } from '../../shared/components/states.tsx';
import { useSpeech } from '../../shared/text.tsx';
import { tabular } from '../../shared/theme.ts';
import { useSummary } from '../queue/useSummary.ts';
import { Panel } from './Panel.tsx';

/** What waits per channel, as bars with their numbers. */
export function Streams() {
  const { t } = useSpeech();
  const { data, isPending } = useSummary();
  const rows = [...(data?.by_channel ?? [])].sort((a, b) => b.waiting - a.waiting);
  const most = Math.max(1, ...rows.map((row) => row.waiting + row.claimed + row.held));
  return (
    <Panel title={t('home.streams.title')}>
      {isPending && <LoadingLines lines={4} />}
      {data && rows.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('home.streams.none')}
        </Typography>
      )}
      {rows.map((row) => (
        <Box
          key={row.channel}
          sx={{
            display: 'grid',
            gridTemplateColumns: '116px 1fr 116px',
            gap: 1,
            alignItems: 'center',
            py: 0.375,
          }}
        >
          <Link
            component={RouterLink}
            to={`/work-items?filter=${encodeURIComponent(JSON.stringify({ channel: row.channel }))}`}
            variant="body2"
            noWrap
          >
            {t(`taxonomy.channel_short.${row.channel}`)}
          </Link>
          <Box aria-hidden sx={{ display: 'flex', height: 10, gap: '1px' }}>
            <Box
              sx={{
                width: `${(row.waiting / most) * 100}%`,
                backgroundColor: 'primary.main',
                borderRadius: 0.5,
              }}
            />
            <Box
              sx={(theme) => ({
                width: `${((row.claimed + row.held) / most) * 100}%`,
                backgroundColor: theme.palette.tone.neutral.line,
                borderRadius: 0.5,
              })}
            />
          </Box>
          <Typography variant="caption" color="textSecondary" sx={{ ...tabular, textAlign: 'right' }}>
            {t('home.streams.counts', { waiting: row.waiting, taken: row.claimed + row.held })}
          </Typography>
        </Box>
      ))}
    </Panel>
  );
}
