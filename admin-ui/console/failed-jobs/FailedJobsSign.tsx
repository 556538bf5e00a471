import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { get } from '../../shared/api.ts';
import { useSpeech } from '../../shared/text.tsx';
import { useMay } from '../providers/session.ts';

/** Tells whoever looks after the installation that jobs failed for good; nothing while none has. */
export function FailedJobsSign() {
  const { t } = useSpeech();
  const may = useMay();
  const { data } = useQuery({
    queryKey: ['failed-jobs', 'count'],
    queryFn: ({ signal }) => get<{ failed: number }>('/api/failed-jobs/count', signal),
    enabled: may('jobs.read'),
    refetchInterval: 60_000,
  });
  if (!data || data.failed === 0) return null;
  return (
    <Button component={Link} to="/failed-jobs" color="error" size="small">
      {t('failed_jobs.sign', { smart_count: data.failed })}
    </Button>
  );
}
