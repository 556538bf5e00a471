import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Pagination from '@mui/material/Pagination';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { z } from 'zod';
import type { changeReply } from '../../../../server/analytics/schema/what-if.ts';
import { call, type Wire } from '../../../shared/api.ts';
import { LoadingLines, ProblemNotice } from '../../../shared/components/states.tsx';
import { useSpeech } from '../../../shared/text.tsx';

type Changed = Wire<z.infer<typeof changeReply>>;
const size = 20;

async function page(runId: string, number: number, signal: AbortSignal) {
  const range = JSON.stringify([(number - 1) * size, number * size - 1]);
  const filter = JSON.stringify({ run_id: runId });
  const query = `filter=${encodeURIComponent(filter)}&range=${encodeURIComponent(range)}`;
  const { data, headers } = await call<Changed[]>(`/api/what-if-changes?${query}`, { signal });
  const total = Number(headers.get('content-range')?.split('/')[1] ?? data.length);
  return { rows: data, total };
}

/** The decisions whose band would have been another, each a click from its evidence. */
export function ChangedDecisions({ runId }: { runId: string }) {
  const { t } = useSpeech();
  const [number, setNumber] = useState(1);
  const { data, error, refetch } = useQuery({
    queryKey: ['what-if-changes', runId, number],
    queryFn: ({ signal }) => page(runId, number, signal),
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
            <Typography variant="body2" sx={{ flexGrow: 1 }}>
              {row.trading_name}
            </Typography>
            <Typography variant="body2">{t(`state.${row.decision}`)}</Typography>
            <Typography variant="body2">
              {t(`band.${row.band_before}`)} {row.score_before} → {t(`band.${row.band_after}`)}{' '}
              {row.score_after}
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
