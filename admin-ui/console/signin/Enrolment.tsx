import KeyIcon from '@mui/icons-material/FingerprintOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import Typography from '@mui/material/Typography';
import { useMutation } from '@tanstack/react-query';
import { ProblemNotice } from '../../shared/components/states.tsx';
import { useSpeech } from '../../shared/text.tsx';
import { forgetSession, loadSession } from '../providers/session.ts';
import { registerPasskey } from './passkey.ts';
import { TotpSetup } from './TotpSetup.tsx';

/** Roles that decide much need a second factor before anything else. */
export function Enrolment() {
  const { t } = useSpeech();
  const onDone = async () => {
    forgetSession();
    await loadSession();
  };
  const passkey = useMutation({
    mutationFn: () => registerPasskey(t('signin.enrol.first_passkey')),
    onSuccess: onDone,
  });
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Typography variant="h1">{t('signin.enrol.title')}</Typography>
      <Typography variant="body2" color="textSecondary">
        {t('signin.enrol.why')}
      </Typography>
      <TotpSetup onDone={onDone} />
      <Divider>{t('signin.enrol.or')}</Divider>
      <Button
        variant="outlined"
        startIcon={<KeyIcon />}
        loading={passkey.isPending}
        onClick={() => passkey.mutate()}
      >
        {t('signin.enrol.passkey')}
      </Button>
      {passkey.error && <ProblemNotice error={passkey.error} />}
    </Box>
  );
}
