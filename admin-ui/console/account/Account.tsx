import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useSpeech } from '../../shared/text.tsx';
import { useSession } from '../providers/session.ts';
import { KeySettings } from './KeySettings.tsx';
import { Looks } from './Looks.tsx';
import { PasswordSettings } from './PasswordSettings.tsx';
import { SecondFactors } from './SecondFactors.tsx';

/** One's own password, second factors, keys, language and looks. */
export default function Account() {
  const { t } = useSpeech();
  const person = useSession()?.person;
  return (
    <Box sx={{ maxWidth: 1000 }}>
      <Typography variant="h1">{t('account.title')}</Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 2 }}>
        {person?.name} · {person?.email}
      </Typography>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { md: '1fr 1fr' }, alignItems: 'start' }}>
        <KeySettings />
        <Box sx={{ display: 'grid', gap: 2 }}>
          <Looks />
          <SecondFactors />
          <PasswordSettings />
        </Box>
      </Box>
    </Box>
  );
}
