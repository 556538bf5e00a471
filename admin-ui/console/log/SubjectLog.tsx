import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useGetList } from 'react-admin';
import { LoadingLines, ProblemNotice } from '../../shared/components/states.tsx';
import { When } from '../../shared/components/When.tsx';
import { useSpeech } from '../../shared/text.tsx';
import type { LogEvent } from '../api/types.ts';
import { Section } from '../desk/Section.tsx';
import { useMay } from '../providers/session.ts';
import { actorName, eventTitle } from './words.ts';

/** What happened to one record, for those who may read the log. */
export function SubjectLog({ subjectId }: { subjectId: string }) {
  const { t } = useSpeech();
  const may = useMay();
  const enabled = may('log.read');
  const { data, error, isPending } = useGetList<LogEvent>(
    'log',
    {
      filter: { subject_id: subjectId },
      sort: { field: 'recorded_at', order: 'DESC' },
      pagination: { page: 1, perPage: 50 },
    },
    { enabled },
  );
  if (!enabled) return null;
  return (
    <Section title={t('desk.history')}>
      {isPending && <LoadingLines lines={3} />}
      {error && <ProblemNotice error={error} />}
      {data?.map((event) => (
        <Box key={event.id} sx={{ py: 0.375 }}>
          <Typography variant="body2" component="span" sx={{ fontWeight: 600 }}>
            {eventTitle(t, event.type)}
          </Typography>{' '}
          <Typography variant="caption" color="textSecondary">
            {actorName(t, event.actor)} · <When at={event.recorded_at} />
          </Typography>
        </Box>
      ))}
    </Section>
  );
}
