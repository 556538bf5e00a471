import VerifiedIcon from '@mui/icons-material/VerifiedOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import type { z } from 'zod';
import type { verificationReply } from '../../../server/audit/schema.ts';
import { get } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/components/states.tsx';
import { number } from '../../shared/format.ts';
import { useSpeech } from '../../shared/text.tsx';
import { useMay } from '../providers/session.ts';

type Verification = z.infer<typeof verificationReply>;

/** Counts the whole log again against its signed checkpoints and says what came of it. */
export function ProveIt() {
  const { t, locale } = useSpeech();
  const may = useMay();
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: () => get<Verification>('/api/log/verification'),
  });
  if (!may('log.verify')) return null;
  return (
    <Box sx={{ mb: 1.5, display: 'grid', gap: 1, justifyItems: 'start' }}>
      <Button variant="outlined" startIcon={<VerifiedIcon />} loading={isPending} onClick={() => mutate()}>
        {t('log.prove')}
      </Button>
      {error && <ProblemNotice error={error} />}
      {data && (
        <Alert
          severity={data.ok ? 'success' : 'error'}
          variant="outlined"
          role="status"
          sx={{ overflowWrap: 'anywhere' }}
        >
          {t(data.ok ? 'log.proven' : 'log.broken', {
            size: number(data.size, locale),
            checkpoints: number(data.checkpoints, locale),
            unsealed: number(data.unsealed, locale),
          })}
          <Box component="code" sx={{ display: 'block', fontSize: '0.74rem', mt: 0.5 }}>
            {t('log.root', { root: data.root })}
          </Box>
          {data.problems.map((problem) => (
            <div key={problem}>{problem}</div>
          ))}
        </Alert>
      )}
    </Box>
  );
}
