import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useGetList } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { LoadingLines, ProblemNotice } from '../../shared/components/states.tsx';
import { When } from '../../shared/components/When.tsx';
import { useSpeech } from '../../shared/text.tsx';
import type { ApplicationRow } from '../api/types.ts';
import { Panel } from './Panel.tsx';

/** Applications whose next step is the applicant's. */
export function WaitingOnOthers() {
  const { t } = useSpeech();
  const { data, error, isPending, refetch } = useGetList<ApplicationRow>('applications', {
    filter: { state: 'changes_requested' },
    sort: { field: 'submitted_at', order: 'ASC' },
    pagination: { page: 1, perPage: 5 },
  });
  return (
    <Panel title={t('home.waiting.title')}>
      {isPending && <LoadingLines lines={3} />}
      {error && <ProblemNotice error={error} onRetry={() => refetch()} />}
      {data?.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('home.waiting.none')}
        </Typography>
      )}
      {data?.map((row) => (
        <Box key={row.id} sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, py: 0.5 }}>
          <Link component={RouterLink} to={`/applications/${row.id}/show`} sx={{ fontWeight: 600 }}>
            {row.trading_name}
          </Link>
          <Typography variant="caption" color="textSecondary">
            {t('home.waiting.since')} <When at={row.submitted_at} />
          </Typography>
        </Box>
      ))}
    </Panel>
  );
}
