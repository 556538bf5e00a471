import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { rescoreReply } from '../../../../server/applications/schema/rescore.ts';
import type { OpenWork } from '../../../../server/policies/schema/policy.ts';
import { get, type Wire } from '../../../shared/api.ts';
import { ProblemNotice } from '../../../shared/components/states.tsx';
import { When } from '../../../shared/components/When.tsx';
import { useSpeech } from '../../../shared/text.tsx';
import { useMay } from '../../providers/session.ts';
import { KeptReadings } from './KeptReadings.tsx';

type Run = Wire<z.infer<typeof rescoreReply>>;

/** Often while it runs; now and then while its day has not come; never once it is over. */
const pollEvery = (runs: readonly Run[] | undefined): number | false => {
  if (!runs?.[0]) return 15_000;
  return runs[0].state === 'running' ? 2_000 : false;
};

interface Props {
  policyId: string;
  openWork: OpenWork;
}

function Counts({ run }: { run: Run }) {
  const { t } = useSpeech();
  const { done, total } = run;
  return (
    <>
      {run.state === 'running' && run.mode === 'rescore_now' && (
        <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center' }}>
          <LinearProgress
            variant="determinate"
            value={total === 0 ? 100 : Math.min(100, (100 * done) / total)}
            aria-label={t('open_work.progress')}
            sx={{ flexGrow: 1 }}
          />
          <Typography variant="caption">{t('what_if.done_of', { done, total })}</Typography>
        </Box>
      )}
      <Typography variant="body2">
        {t('open_work.reread', { smart_count: run.reread })}{' '}
        {t('open_work.moved', { smart_count: run.moved })}{' '}
        {t('open_work.skipped', { smart_count: run.skipped })}
      </Typography>
      <Typography variant="caption" color="textSecondary">
        {t(`open_work.state.${run.state}`)} · <When at={run.finished_at ?? run.started_at} />
      </Typography>
    </>
  );
}

/** What became of open applications under a published rubric: how far, how many changed band, which were left and why. */
export function OpenWorkProgress({ policyId, openWork }: Props) {
  const { t } = useSpeech();
  const may = useMay();
  const chosen = openWork !== 'leave';
  const filter = encodeURIComponent(JSON.stringify({ policy_version_id: policyId }));
  const { data, error, refetch } = useQuery({
    queryKey: ['rescores', policyId],
    queryFn: ({ signal }) => get<Run[]>(`/api/rescores?filter=${filter}`, signal),
    enabled: chosen,
    refetchInterval: ({ state }) => pollEvery(state.data),
  });
  const run = data?.[0];
  return (
    <Card sx={{ p: 2, display: 'grid', gap: 1 }}>
      <Typography variant="h2">{t('open_work.title')}</Typography>
      <Typography variant="body2" color="textSecondary">
        {t(`open_work.means.${openWork}`)}
      </Typography>
      {error && <ProblemNotice error={error} onRetry={() => refetch()} />}
      {chosen && data && !run && <Typography variant="body2">{t('open_work.not_begun')}</Typography>}
      {run && <Counts run={run} />}
      {run && run.skipped > 0 && may('applications.read') && <KeptReadings runId={run.id} />}
    </Card>
  );
}
