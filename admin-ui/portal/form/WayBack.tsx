import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import { type FormEvent, useState } from 'react';
import { post } from '../../shared/api.ts';
import { problemText } from '../../shared/problem-text.ts';
import { useSpeech } from '../../shared/text.tsx';
import { useView } from '../draft/hooks.tsx';
import { linkBack } from '../session.ts';

/** How to come back to this application: copy the link, or have it sent. */
export function WayBack() {
  const { t } = useSpeech();
  const known = useView((view) => view.document.responsible_person?.email ?? '');
  const [email, setEmail] = useState(known);
  const [state, setState] = useState<'ready' | 'busy' | 'sent' | 'copied'>('ready');
  const [problem, setProblem] = useState<string | null>(null);
  const link = linkBack();
  const copy = async () => {
    if (link === null) return;
    try {
      await navigator.clipboard.writeText(link);
      setState('copied');
    } catch {
      setProblem(t('portal.back.copy_failed'));
    }
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setState('busy');
    setProblem(null);
    try {
      await post('/api/portal/send-link', { email: email.trim() });
      setState('sent');
    } catch (error) {
      setState('ready');
      const status = (error as { status?: number }).status;
      setProblem(status === 422 ? t('portal.back.bad_address') : problemText(t, error));
    }
  };
  return (
    <Box
      component="details"
      className="no-print"
      sx={{
        mt: 2,
        border: '1px solid',
        borderColor: 'divider',
        borderRadius: 2,
        bgcolor: 'background.paper',
        px: 2,
        py: 1,
      }}
    >
      <Box component="summary" sx={{ cursor: 'pointer', fontWeight: 650, fontSize: '0.92rem', py: 0.75 }}>
        {t('portal.back.title')}
      </Box>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>
        {t('portal.back.text')}
      </Typography>
      {link !== null && (
        <Button variant="outlined" onClick={() => void copy()} sx={{ mb: 1.5 }}>
          {t(state === 'copied' ? 'common.copied' : 'portal.back.copy')}
        </Button>
      )}
      <Box
        component="form"
        onSubmit={(event) => void send(event)}
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1 }}
      >
        <OutlinedInput
          type="email"
          required
          autoComplete="email"
          value={email}
          inputProps={{ 'aria-label': t('portal.back.address') }}
          placeholder={t('portal.back.address')}
          onChange={(event) => setEmail(event.target.value)}
          sx={{ flex: '1 1 200px' }}
        />
        <Button type="submit" variant="outlined" disabled={state === 'busy'}>
          {t('portal.back.send')}
        </Button>
      </Box>
      <div aria-live="polite">
        {state === 'sent' && <Alert severity="success">{t('portal.back.sent', { email })}</Alert>}
        {problem && <Alert severity="error">{problem}</Alert>}
      </div>
    </Box>
  );
}
