import KeyIcon from '@mui/icons-material/FingerprintOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { ApiProblem } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/components/states.tsx';
import { useSpeech } from '../../shared/text.tsx';
import { loadSession, signOut } from '../providers/session.ts';
import { askPasskey } from './passkey.ts';
import { useSignIn } from './useSignIn.ts';

/** A six-digit code or a passkey. */
export function SecondFactor({ factors }: { factors: readonly ('totp' | 'passkey')[] }) {
  const { t } = useSpeech();
  const [code, setCode] = useState('');
  const [declined, setDeclined] = useState(false);
  const { mutate, isPending, error } = useSignIn('second-factor');
  const withPasskey = async () => {
    setDeclined(false);
    try {
      mutate({ kind: 'passkey', response: await askPasskey() });
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) setDeclined(true);
    }
  };
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Typography variant="h1">{t('signin.second.title')}</Typography>
      {factors.includes('totp') && (
        <Box
          component="form"
          sx={{ display: 'grid', gap: 2 }}
          onSubmit={(event) => {
            event.preventDefault();
            mutate({ kind: 'totp', code });
          }}
        >
          <CodeField value={code} onChange={setCode} />
          <Button
            type="submit"
            variant="contained"
            size="medium"
            loading={isPending}
            disabled={code.length !== 6}
          >
            {t('signin.second.confirm')}
          </Button>
        </Box>
      )}
      {factors.includes('passkey') && (
        <Button variant="outlined" size="medium" startIcon={<KeyIcon />} onClick={withPasskey}>
          {t('signin.second.passkey')}
        </Button>
      )}
      {error && <ProblemNotice error={error} />}
      {declined && <Alert severity="info">{t('signin.second.declined')}</Alert>}
      <Button color="inherit" onClick={() => signOut().then(loadSession)}>
        {t('signin.second.other')}
      </Button>
    </Box>
  );
}

export function CodeField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useSpeech();
  return (
    <TextField
      label={t('signin.second.code')}
      value={value}
      autoFocus
      onChange={(event) => onChange(event.target.value.replace(/\D/g, '').slice(0, 6))}
      slotProps={{
        htmlInput: { inputMode: 'numeric', autoComplete: 'one-time-code', pattern: '[0-9]{6}' },
      }}
      sx={{ '& input': { fontSize: '1.3rem', letterSpacing: '0.3em', textAlign: 'center' } }}
    />
  );
}
