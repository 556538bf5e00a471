import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import type { z } from 'zod';
import type { failedJobReply } from '../../../server/audit/schema.ts';
import { post, type Wire } from '../../shared/api.ts';
import { When } from '../../shared/components/When.tsx';
import { problemText } from '../../shared/problem-text.ts';
import { useSpeech } from '../../shared/text.tsx';
import { type ColumnOf, ListScreen } from '../lists/ListScreen.tsx';
import { useMay } from '../providers/session.ts';

type JobRow = Wire<z.infer<typeof failedJobReply>>;

function Retry({ row }: { row: JobRow }) {
  const { t } = useSpeech();
  const may = useMay();
  const notify = useNotify();
  const queries = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: () => post(`/api/failed-jobs/${row.id}/retry`),
    onSuccess: () => notify(t('failed_jobs.retried')),
    onError: (error) => notify(problemText(t, error), { type: 'error' }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['failed-jobs'] }),
  });
  if (!may('jobs.retry')) return null;
  return (
    <Button loading={isPending} onClick={() => mutate()}>
      {t('failed_jobs.retry')}
    </Button>
  );
}

const about = (row: JobRow): string => Object.entries(row.data).join(' ').replaceAll(',', ' ');

const columns: ColumnOf<JobRow>[] = [
  { source: 'name', sort: true, show: (row) => <code>{row.name}</code> },
  { source: 'data', label: 'about', show: (row) => <code>{about(row)}</code> },
  { source: 'failed_at', label: 'failed', sort: true, show: (row) => <When at={row.failed_at} /> },
  { source: 'attempts' },
  { source: 'error' },
  { source: 'id', label: 'state', show: (row) => <Retry row={row} /> },
];

/** Background work that failed at every attempt: what it was about, why, and one more try. */
export default function FailedJobs() {
  const { t } = useSpeech();
  return (
    <ListScreen<JobRow>
      permission="jobs.read"
      name="failed_jobs"
      resource="failed-jobs"
      sort={{ field: 'failed_at', order: 'DESC' }}
      above={
        <Alert severity="info" variant="outlined" sx={{ mb: 1.5 }}>
          {t('failed_jobs.how')}
        </Alert>
      }
      columns={columns}
      card={(row) => ({ title: <code>{row.name}</code>, line: row.error, aside: <Retry row={row} /> })}
    />
  );
}
