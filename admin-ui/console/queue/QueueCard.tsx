import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { useSpeech } from '../../shared/text.tsx';
import type { WorkItem } from '../api/work-item.ts';
import { BandChip } from '../lists/tones.tsx';
import { Holder } from './Holder.tsx';
import { Urgency } from './Urgency.tsx';

/** One item on a narrow screen. */
export function QueueCard({ item }: { item: WorkItem }) {
  const { t } = useSpeech();
  return (
    <Box sx={{ display: 'grid', gap: 0.75 }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, alignItems: 'center' }}>
        <Link component={RouterLink} to={`/applications/${item.subject.id}/show`} sx={{ fontWeight: 650 }}>
          {item.subject.label}
        </Link>
        <Urgency dueAt={item.due_at} shareUsed={item.share_used} critical={item.critical} />
      </Box>
      <Typography variant="caption" color="textSecondary">
        {item.subject.case_number} · {t(`taxonomy.channel_short.${item.channel}`)} ·{' '}
        {t(`item_kind.${item.kind}`)}
      </Typography>
      <Box
        sx={{
          display: 'flex',
          justifyContent: 'space-between',
          gap: 1,
          alignItems: 'center',
          fontSize: '0.84rem',
        }}
      >
        <Holder item={item} />
        <BandChip band={item.subject.band} score={item.subject.score_floor} />
      </Box>
    </Box>
  );
}
