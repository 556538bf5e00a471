import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { type FormEvent, useState } from 'react';
import { ProblemNotice } from '../../shared/components/states.tsx';
import { useSpeech } from '../../shared/text.tsx';
import { useSignIn } from './useSignIn.ts';

export function PasswordForm() {
  const { t } = useSpeech();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { mutate, isPending, error } = useSignIn('sign-in');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutate({ email: email.trim(), password });
  };
  return (
    <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 2 }}>
      <TextField
        label={t('signin.email')}
        type="email"
        autoComplete="username"
        required
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <TextField
        label={t('signin.password')}
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      {error && <ProblemNotice error={error} />}
      <Button type="submit" variant="contained" size="medium" loading={isPending}>
        {t('signin.enter')}
      </Button>
    </Box>
  );
}
