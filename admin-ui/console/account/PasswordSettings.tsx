import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { post } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/components/states.tsx';
import { useSpeech } from '../../shared/text.tsx';
import { Panel } from '../home/Panel.tsx';
import { forgetSession, loadSession } from '../providers/session.ts';

const shortest = 12;

/** Changing it ends every other session of this person. */
export function PasswordSettings() {
  const { t } = useSpeech();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useMutation({
    mutationFn: () => post('/api/me/password', { current, next }),
    onSuccess: async () => {
      setCurrent('');
      setNext('');
      forgetSession();
      await loadSession();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <Panel title={t('account.password')}>
      <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 1.5, pt: 0.5 }}>
        <TextField
          type="password"
          autoComplete="current-password"
          label={t('account.current')}
          value={current}
          onChange={(event) => setCurrent(event.target.value)}
        />
        <TextField
          type="password"
          autoComplete="new-password"
          label={t('account.next')}
          helperText={t('signin.invited.rule', { min: shortest })}
          value={next}
          onChange={(event) => setNext(event.target.value)}
        />
        {change.error && <ProblemNotice error={change.error} />}
        {change.isSuccess && <Alert severity="success">{t('account.password_changed')}</Alert>}
        <Box>
          <Button
            type="submit"
            variant="outlined"
            loading={change.isPending}
            disabled={current === '' || next.length < shortest}
          >
            {t('account.change_password')}
          </Button>
        </Box>
      </Box>
    </Panel>
  );
}
