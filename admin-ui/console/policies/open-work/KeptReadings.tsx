import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Pagination from '@mui/material/Pagination';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { z } from 'zod';
import type { skipReply } from '../../../../server/applications/schema/rescore.ts';
import { call, type Wire } from '../../../shared/api.ts';
import { LoadingLines, ProblemNotice } from '../../../shared/components/states.tsx';
import { useSpeech } from '../../../shared/text.tsx';

type Skip = Wire<z.infer<typeof skipReply>>;
const size = 20;

async function page(runId: string, number: number, signal: AbortSignal) {
  const range = encodeURIComponent(JSON.stringify([(number - 1) * size, number * size - 1]));
  const filter = encodeURIComponent(JSON.stringify({ run_id: runId }));
  const { data, headers } = await call<Skip[]>(`/api/rescore-skips?filter=${filter}&range=${range}`, {
    signal,
  });
  return { rows: data, total: Number(headers.get('content-range')?.split('/')[1] ?? data.length) };
}

/** Applications whose reading people had worked on: left as they were, each a click away. */
export function KeptReadings({ runId }: { runId: string }) {
  const { t } = useSpeech();
  const [number, setNumber] = useState(1);
  const { data, error, refetch } = useQuery({
    queryKey: ['rescore-skips', runId, number],
    queryFn: ({ signal }) => page(runId, number, signal),
    placeholderData: (previous) => previous,
  });
  if (error) return <ProblemNotice error={error} onRetry={() => refetch()} />;
  if (!data) return <LoadingLines lines={3} />;
  return (
    <Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data.rows.map((row) => (
          <Box component="li" key={row.id} sx={{ display: 'flex', gap: 1.5, py: 0.5, flexWrap: 'wrap' }}>
            <Link component={RouterLink} to={`/applications/${row.id}/show`} sx={{ fontWeight: 600 }}>
              {row.case_number}
            </Link>
            <Typography variant="body2">{row.trading_name}</Typography>
            <Typography variant="body2" color="textSecondary">
              {t(`open_work.kept.${row.reason}`)}
            </Typography>
          </Box>
        ))}
      </Box>
      {data.total > size && (
        <Pagination
          size="small"
          sx={{ mt: 1 }}
          count={Math.ceil(Math.min(data.total, 10_000) / size)}
          page={number}
          onChange={(_event, next) => setNumber(next)}
        />
      )}
    </Box>
  );
}
