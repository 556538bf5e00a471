import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { type RaRecord, useGetOne } from 'react-admin';
import { useParams } from 'react-router-dom';
import { LoadingLines, ProblemNotice } from '../../shared/components/states.tsx';

interface Props<R extends RaRecord> {
  resource: string;
  children: (record: R) => ReactNode;
}

/** One record of a resource: on its way, failed, or shown. */
export function OneRecord<R extends RaRecord>({ resource, children }: Props<R>) {
  const { id = '' } = useParams();
  const { data, error, isPending, refetch } = useGetOne<R>(resource, { id: decodeURIComponent(id) });
  if (data) return children(data);
  return (
    <Box sx={{ maxWidth: 720 }}>
      {isPending && <LoadingLines lines={8} />}
      {error && <ProblemNotice error={error} onRetry={() => refetch()} />}
    </Box>
  );
}
