import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useRecordContext } from 'react-admin';
import { useSpeech } from '../../shared/text.tsx';
import type { LogEvent } from '../api/types.ts';
import { Facts } from '../desk/Section.tsx';

/** Everything one event holds: ids, codes and numbers, the texts that were not erased, and their digests. */
export function EventDetail() {
  const { t } = useSpeech();
  const event = useRecordContext<LogEvent>();
  if (!event) return null;
  const data = Object.entries(event.data).map(
    ([key, value]) => [key, typeof value === 'object' ? JSON.stringify(value) : String(value)] as const,
  );
  const texts = Object.entries(event.texts).map(([key, value]) => [key, value ?? t('desk.erased')] as const);
  const digests = Object.entries(event.digests ?? {}).map(
    ([key, value]) => [`${key} (HMAC)`, value] as const,
  );
  return (
    <Box sx={{ p: 1.5 }}>
      <Typography variant="caption" color="textSecondary">
        {t('log.subject', { kind: event.subject_kind, id: event.subject_id })}
      </Typography>
      <Facts rows={[...data, ...texts, ...digests]} />
    </Box>
  );
}
