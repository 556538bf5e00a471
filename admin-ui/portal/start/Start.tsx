import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ProblemNotice } from '../../shared/components/states.tsx';
import { useSpeech } from '../../shared/text.tsx';
import { useLanguage } from '../frame/language.tsx';
import { go } from '../frame/place.ts';
import { openSession, startApplication } from '../session.ts';
import { Asked } from './Asked.tsx';
import { Continue } from './Continue.tsx';

/** What applying is, what it takes, and how to begin. */
export default function Start() {
  const { t } = useSpeech();
  const { locale } = useLanguage();
  const queries = useQueryClient();
  const session = useQuery({ queryKey: ['session', null], queryFn: () => openSession(null) });
  const [email, setEmail] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const begin = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    try {
      const address = email.trim();
      const { application } = await startApplication({
        locale,
        ...(address === '' ? {} : { email: address }),
      });
      queries.removeQueries({ queryKey: ['session'] });
      queries.setQueryData(['application'], application);
      go('/portal/application?step=firm');
      window.scrollTo?.(0, 0);
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <Box sx={{ maxWidth: 720, mx: 'auto', pb: 4 }}>
      <Typography variant="h1" sx={{ fontSize: { sm: '2rem' }, mb: 1.5 }}>
        {t('portal.start.title')}
      </Typography>
      <Typography sx={{ fontSize: '1.05rem', mb: 3 }}>{t('portal.start.lead')}</Typography>
      {session.data?.state === 'open' && <Continue />}
      {session.data?.state !== 'open' && (
        <Typography variant="body2" sx={{ mb: 3 }}>
          {t('portal.new_link.have_one')}{' '}
          <Link component="button" type="button" onClick={() => go('/portal/application')}>
            {t('portal.new_link.title')}
          </Link>
        </Typography>
      )}
      <Asked />
      <Typography variant="h2" sx={{ mt: 4, mb: 0.75 }}>
        {t('portal.start.privacy_title')}
      </Typography>
      <Box component="ul" sx={{ pl: 2.5, mt: 0, '& li': { mb: 0.75 } }}>
        {['tool', 'person', 'public', 'referees', 'kept', 'yours'].map((one) => (
          <li key={one}>{t(`portal.start.privacy.${one}`)}</li>
        ))}
      </Box>
      <Box
        component="form"
        onSubmit={(event) => void begin(event)}
        sx={{
          mt: 4,
          p: { xs: 2, sm: 3 },
          border: '1px solid',
          borderColor: 'divider',
          borderRadius: 2,
          bgcolor: 'background.paper',
        }}
      >
        <Typography variant="h2" sx={{ mb: 1.5 }}>
          {t('portal.start.begin')}
        </Typography>
        <Typography
          component="label"
          htmlFor="start-email"
          variant="body2"
          sx={{ display: 'block', fontWeight: 650, mb: 0.5 }}
        >
          {t('portal.start.email')}
          <Typography
            component="span"
            variant="body2"
            color="textSecondary"
            sx={{ ml: 0.75, fontWeight: 400 }}
          >
            {t('portal.optional')}
          </Typography>
        </Typography>
        <Typography id="start-email-help" variant="body2" color="textSecondary" sx={{ mb: 0.75 }}>
          {t('portal.start.email_help')}
        </Typography>
        <OutlinedInput
          id="start-email"
          type="email"
          fullWidth
          autoComplete="email"
          value={email}
          inputProps={{ 'aria-describedby': 'start-email-help' }}
          onChange={(event) => setEmail(event.target.value)}
        />
        {failure !== null && (
          <Box sx={{ mt: 2 }}>
            <ProblemNotice error={failure} />
          </Box>
        )}
        <Button
          type="submit"
          variant="contained"
          size="large"
          disabled={busy}
          sx={{ mt: 2, width: { xs: '100%', sm: 'auto' } }}
        >
          {t(busy ? 'portal.start.beginning' : 'portal.start.go')}
        </Button>
      </Box>
    </Box>
  );
}
