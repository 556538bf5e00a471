import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../../shared/api.ts';
import { LoadingLines, ProblemNotice } from '../../shared/components/states.tsx';
import { useSpeech } from '../../shared/text.tsx';
import { QrCode } from './QrCode.tsx';
import { CodeField } from './SecondFactor.tsx';

/** Shows the secret once, as a code to scan and as text, and asks for the first code it makes. */
export function TotpSetup({ onDone }: { onDone: () => void }) {
  const { t } = useSpeech();
  const [code, setCode] = useState('');
  const start = useQuery({
    queryKey: ['totp-start'],
    queryFn: () => post<{ secret: string; uri: string }>('/api/me/totp/start'),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const confirm = useMutation({
    mutationFn: () => post('/api/me/totp/confirm', { code }),
    onSuccess: onDone,
  });
  if (start.error) return <ProblemNotice error={start.error} onRetry={() => start.refetch()} />;
  if (!start.data) return <LoadingLines lines={4} />;
  return (
    <Box
      component="form"
      sx={{ display: 'grid', gap: 2, justifyItems: 'start' }}
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate();
      }}
    >
      <Typography variant="body2">{t('signin.enrol.scan')}</Typography>
      <QrCode value={start.data.uri} label={t('signin.enrol.qr')} />
      <Typography variant="caption" sx={{ overflowWrap: 'anywhere' }}>
        {t('signin.enrol.secret')} <code>{start.data.secret}</code>
      </Typography>
      <CodeField value={code} onChange={setCode} />
      {confirm.error && <ProblemNotice error={confirm.error} />}
      <Button type="submit" variant="contained" loading={confirm.isPending} disabled={code.length !== 6}>
        {t('signin.enrol.confirm')}
      </Button>
    </Box>
  );
}
