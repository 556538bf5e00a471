import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import { type FormEvent, useState } from 'react';
import { post } from '../../shared/api.ts';
import { problemOf, problemText } from '../../shared/problem-text.ts';
import { useSpeech } from '../../shared/text.tsx';

/** Asks for a new link by mail. The answer says the same to everybody, so that it tells nothing about anybody. */
export function NewLink() {
  const { t } = useSpeech();
  const [email, setEmail] = useState('');
  const [state, setState] = useState<'ready' | 'busy' | 'asked'>('ready');
  const [problem, setProblem] = useState<string | null>(null);
  const ask = async (event: FormEvent) => {
    event.preventDefault();
    setState('busy');
    setProblem(null);
    try {
      await post('/api/portal/new-link', { email: email.trim() });
      setState('asked');
    } catch (error) {
      setState('ready');
      setProblem(problemOf(error).status === 422 ? t('portal.back.bad_address') : problemText(t, error));
    }
  };
  return (
    <Box
      component="section"
      aria-labelledby="new-link"
      sx={{
        mb: 3,
        p: { xs: 2, sm: 2.5 },
        border: '1px solid',
        borderColor: 'divider',
        borderRadius: 2,
        bgcolor: 'background.paper',
      }}
    >
      <Typography variant="h2" id="new-link" sx={{ mb: 0.75 }}>
        {t('portal.new_link.title')}
      </Typography>
      {state !== 'asked' && (
        <Box component="form" onSubmit={(event) => void ask(event)}>
          <Typography id="new-link-help" variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>
            {t('portal.new_link.text')}
          </Typography>
          <Typography
            component="label"
            htmlFor="new-link-email"
            variant="body2"
            sx={{ display: 'block', fontWeight: 650, mb: 0.5 }}
          >
            {t('portal.back.address')}
          </Typography>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
            <OutlinedInput
              id="new-link-email"
              type="email"
              required
              autoComplete="email"
              value={email}
              inputProps={{ 'aria-describedby': 'new-link-help' }}
              onChange={(event) => setEmail(event.target.value)}
              sx={{ flex: '1 1 220px' }}
            />
            <Button type="submit" variant="contained" disabled={state === 'busy'}>
              {t('portal.new_link.ask')}
            </Button>
          </Box>
        </Box>
      )}
      <div aria-live="polite">
        {state === 'asked' && (
          <Alert severity="success" sx={{ mt: 1 }}>
            {t('portal.new_link.asked', { email: email.trim() })}
          </Alert>
        )}
        {problem && (
          <Alert severity="error" sx={{ mt: 1.5 }}>
            {problem}
          </Alert>
        )}
      </div>
    </Box>
  );
}
