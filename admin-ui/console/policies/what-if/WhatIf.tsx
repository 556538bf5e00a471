import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import type { z } from 'zod';
import type { whatIfReply } from '../../../../server/analytics/schema/what-if.ts';
import { get, post, type Wire } from '../../../shared/api.ts';
import { ProblemNotice } from '../../../shared/components/states.tsx';
import { When } from '../../../shared/components/When.tsx';
import { problemOf } from '../../../shared/problem-text.ts';
import { useSpeech } from '../../../shared/text.tsx';
import { wordBookProblem } from '../book-problem.ts';
import { ChangedDecisions } from './Changed.tsx';
import { Outcome } from './Outcome.tsx';

type Run = Wire<z.infer<typeof whatIfReply>>;
const pollMs = 1000;

function useRuns(policyId: string) {
  const filter = encodeURIComponent(JSON.stringify({ policy_version_id: policyId }));
  const query = `filter=${filter}&sort=${encodeURIComponent('["asked_at","DESC"]')}&range=${encodeURIComponent('[0,4]')}`;
  return useQuery({
    queryKey: ['what-ifs', policyId],
    queryFn: ({ signal }) => get<Run[]>(`/api/what-ifs?${query}`, signal),
    refetchInterval: ({ state }) => (state.data?.some((run) => run.state === 'running') ? pollMs : false),
  });
}

function Progress({ run, onCancel }: { run: Run; onCancel: () => void }) {
  const { t } = useSpeech();
  return (
    <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center' }}>
      <LinearProgress
        variant="determinate"
        value={run.total === 0 ? 100 : (100 * run.done) / run.total}
        aria-label={t('what_if.progress')}
        sx={{ flexGrow: 1 }}
      />
      <Typography variant="caption">{t('what_if.done_of', { done: run.done, total: run.total })}</Typography>
      <Button color="inherit" onClick={onCancel}>
        {t('what_if.cancel')}
      </Button>
    </Box>
  );
}

/** Past decisions read by this draft: which would change, and against what people decided. Nothing is changed by it. */
export function WhatIf({ policyId, allowed }: { policyId: string; allowed: boolean }) {
  const { t } = useSpeech();
  const notify = useNotify();
  const queries = useQueryClient();
  const [from, setFrom] = useState('');
  const { data: runs = [], error, refetch } = useRuns(policyId);
  const { mutate, isPending } = useMutation({
    mutationFn: ({ path, body, version }: { path: string; body: object; version?: number }) =>
      post(path, body, version),
    onError: (problem) => notify(wordBookProblem(t, problemOf(problem)), { type: 'error' }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['what-ifs', policyId] }),
  });
  const [run] = runs;
  const running = run?.state === 'running';
  const period = from === '' ? {} : { decided_from: new Date(`${from}T00:00:00`).toISOString() };
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Typography variant="body2" color="textSecondary">
        {t('what_if.lead')}
      </Typography>
      {allowed && (
        <Box sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap', alignItems: 'center' }}>
          <TextField
            type="date"
            label={t('what_if.from')}
            value={from}
            onChange={(event) => setFrom(event.target.value)}
            slotProps={{ inputLabel: { shrink: true } }}
          />
          <Button
            variant="contained"
            loading={isPending}
            disabled={running}
            onClick={() => mutate({ path: '/api/what-ifs/start', body: { policy_id: policyId, ...period } })}
          >
            {t('what_if.start')}
          </Button>
        </Box>
      )}
      {error && <ProblemNotice error={error} onRetry={() => refetch()} />}
      {running && (
        <Progress
          run={run}
          onCancel={() => mutate({ path: `/api/what-ifs/${run.id}/cancel`, body: {}, version: run.version })}
        />
      )}
      {run && !running && (
        <Typography variant="caption" color="textSecondary">
          {t(`what_if.state.${run.state}`)} · <When at={run.finished_at ?? run.asked_at} />
          {run.asked_by ? ` · ${run.asked_by}` : ''}
        </Typography>
      )}
      {run?.outdated && <Alert severity="warning">{t('what_if.outdated')}</Alert>}
      {run && run.done > 0 && <Outcome summary={run.summary} />}
      {run && run.summary.changed > 0 && <ChangedDecisions runId={run.id} />}
    </Box>
  );
}
