import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { RaRecord } from 'react-admin';
import { useParams } from 'react-router-dom';
import { get } from '../../shared/api.ts';
import { LoadingLines, ProblemNotice } from '../../shared/components/states.tsx';

interface Props<R extends RaRecord> {
  resource: string;
  children: (record: R) => ReactNode;
}

/** One record of a resource: on its way, failed, or shown. */
export function OneRecord<R extends RaRecord>({ resource, children }: Props<R>) {
  const { id = '' } = useParams();
  // A row of the list is no whole record, so it does not stand in for it.
  const { data, error, isPending, refetch } = useQuery({
    queryKey: [resource, 'whole', id],
    queryFn: ({ signal }) => get<R>(`/api/${resource}/${id}`, signal),
  });
  if (data) return children(data);
  return (
    <Box sx={{ maxWidth: 720 }}>
      {isPending && <LoadingLines lines={8} />}
      {error && <ProblemNotice error={error} onRetry={() => refetch()} />}
    </Box>
  );
}
