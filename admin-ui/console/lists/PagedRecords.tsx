import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Pagination from '@mui/material/Pagination';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { call } from '../../shared/api.ts';
import { LoadingLines, ProblemNotice } from '../../shared/components/states.tsx';

const size = 20;
/** The server pages no deeper; further on it advises to filter. */
const deepest = 10_000;

async function fetchPage<R>(resource: string, filter: object, number: number, signal: AbortSignal) {
  const range = [(number - 1) * size, number * size - 1];
  const query = new URLSearchParams({ filter: JSON.stringify(filter), range: JSON.stringify(range) });
  const { data, headers } = await call<R[]>(`/api/${resource}?${query}`, { signal });
  return { rows: data, total: Number(headers.get('content-range')?.split('/')[1] ?? data.length) };
}

interface Props<R> {
  resource: string;
  filter: object;
  /** What stands beside the number, which leads to the application. */
  children: (row: R) => ReactNode;
}

/** Applications named by a report, page by page, each a click from its desk; nothing where there are none. */
export function PagedRecords<R extends { id: string; case_number: string }>(props: Props<R>) {
  const { resource, filter, children } = props;
  const [number, setNumber] = useState(1);
  const { data, error, refetch } = useQuery({
    queryKey: [resource, filter, number],
    queryFn: ({ signal }) => fetchPage<R>(resource, filter, number, signal),
    placeholderData: (previous) => previous,
  });
  if (error) return <ProblemNotice error={error} onRetry={() => refetch()} />;
  if (!data) return <LoadingLines lines={4} />;
  if (data.total === 0) return null;
  return (
    <Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data.rows.map((row) => (
          <Box
            component="li"
            key={row.id}
            sx={{
              display: 'flex',
              gap: 1.5,
              py: 0.5,
              borderBottom: 1,
              borderColor: 'divider',
              flexWrap: 'wrap',
            }}
          >
            <Link component={RouterLink} to={`/applications/${row.id}/show`} sx={{ fontWeight: 600 }}>
              {row.case_number}
            </Link>
            {children(row)}
          </Box>
        ))}
      </Box>
      {data.total > size && (
        <Pagination
          size="small"
          sx={{ mt: 1 }}
          count={Math.ceil(Math.min(data.total, deepest) / size)}
          page={number}
          onChange={(_event, next) => setNumber(next)}
        />
      )}
    </Box>
  );
}
