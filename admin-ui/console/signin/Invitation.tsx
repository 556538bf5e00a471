import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { post } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/components/states.tsx';
import { useSpeech } from '../../shared/text.tsx';
import { Frame } from './Frame.tsx';

const shortest = 12;

/** An invited person chooses a password. The token stays in the fragment and is sent once. */
export default function Invitation() {
  const { t } = useSpeech();
  const token = new URLSearchParams(useLocation().search).get('t') ?? '';
  const [password, setPassword] = useState('');
  const accept = useMutation({ mutationFn: () => post('/api/invitations/accept', { token, password }) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    accept.mutate();
  };
  return (
    <Frame>
      <Typography variant="h1" gutterBottom>
        {t('signin.invited.title')}
      </Typography>
      {accept.isSuccess ? (
        <Alert
          severity="success"
          action={
            <Button component={Link} to="/login">
              {t('signin.enter')}
            </Button>
          }
        >
          {t('signin.invited.done')}
        </Alert>
      ) : (
        <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 2 }}>
          <TextField
            label={t('signin.invited.password')}
            helperText={t('signin.invited.rule', { min: shortest })}
            type="password"
            autoComplete="new-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
          {accept.error && <ProblemNotice error={accept.error} />}
          <Button
            type="submit"
            variant="contained"
            loading={accept.isPending}
            disabled={password.length < shortest}
          >
            {t('signin.invited.accept')}
          </Button>
        </Box>
      )}
    </Frame>
  );
}
