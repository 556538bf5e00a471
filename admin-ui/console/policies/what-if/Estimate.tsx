import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { z } from 'zod';
import type { estimateReply } from '../../../../server/analytics/schema/what-if.ts';
import { post } from '../../../shared/api.ts';
import { useSpeech } from '../../../shared/text.tsx';

type Estimate = z.infer<typeof estimateReply>;
const pauseMs = 700;
const percent = (share: number) => Math.round(share * 100);

/** While a rubric is edited: how many past decisions would change, judged by a sample, with its range. */
export function LiveEstimate({ document }: { document: Record<string, unknown> }) {
  const { t } = useSpeech();
  const [asked, setAsked] = useState(document);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(document), pauseMs);
    return () => clearTimeout(timer);
  }, [document]);
  const { data, error, isFetching } = useQuery({
    queryKey: ['what-if-estimate', asked],
    queryFn: () => post<Estimate>('/api/what-ifs/estimate', { kind: 'rubric', document: asked }),
    placeholderData: (previous) => previous,
    retry: false,
  });
  const current = data && !error && !isFetching && asked === document;
  const moves = data?.summary.moves ?? [];
  return (
    <Box role="status" sx={{ minHeight: 44, opacity: current || error ? 1 : 0.6 }}>
      {error ? (
        <Typography variant="body2" color="textSecondary">
          {t('what_if.estimate.broken')}
        </Typography>
      ) : data ? (
        <Typography variant="body2">
          {data.sample === 0
            ? t('what_if.estimate.nothing')
            : t('what_if.estimate.found', {
                share: percent(data.changed.share),
                low: percent(data.changed.low),
                high: percent(data.changed.high),
                smart_count: data.sample,
                of: data.of,
              })}{' '}
          {moves
            .map(({ from, to, count }) =>
              t('what_if.move', { smart_count: count, from: t(`band.${from}`), to: t(`band.${to}`) }),
            )
            .join(' ')}
        </Typography>
      ) : (
        <Typography variant="body2" color="textSecondary">
          {t('what_if.estimate.waiting')}
        </Typography>
      )}
    </Box>
  );
}
