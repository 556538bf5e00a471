import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { LoadingLines, ProblemNotice } from '../../shared/components/states.tsx';
import { useSpeech } from '../../shared/text.tsx';
import { loadSession, type Session, useSession } from '../providers/session.ts';
import { DemoAccounts } from './DemoAccounts.tsx';
import { Enrolment } from './Enrolment.tsx';
import { Frame } from './Frame.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { SecondFactor } from './SecondFactor.tsx';

function Step({ session }: { session: Session }) {
  const { t } = useSpeech();
  if (session.state === 'second_factor_pending')
    return <SecondFactor factors={session.second_factors ?? ['totp']} />;
  if (session.state === 'enrolment_pending') return <Enrolment />;
  const accounts = session.demo_accounts ?? [];
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 4,
        gridTemplateColumns: accounts.length > 0 ? { md: '1fr 1.35fr' } : undefined,
      }}
    >
      <Box>
        <Typography variant="h1" gutterBottom>
          {t('signin.title')}
        </Typography>
        <Typography variant="body2" color="textSecondary" sx={{ mb: 2 }}>
          {t('signin.lead')}
        </Typography>
        <PasswordForm />
      </Box>
      {accounts.length > 0 && <DemoAccounts accounts={accounts} />}
    </Box>
  );
}

/** Password, then the second factor, then the desk. In the demo one account per role stands beside it. */
export default function SignIn() {
  const navigate = useNavigate();
  const from = (useLocation().state as { nextPathname?: string } | null)?.nextPathname ?? '/';
  const session = useSession();
  const { error, refetch } = useQuery({
    queryKey: ['session'],
    queryFn: loadSession,
    enabled: session === undefined,
    gcTime: 0,
  });
  const full = session?.state === 'full';
  useEffect(() => {
    if (full) navigate(from, { replace: true });
  }, [full, from, navigate]);
  return (
    <Frame wide={(session?.demo_accounts?.length ?? 0) > 0 && session?.state === 'anonymous'}>
      {session && !full ? (
        <Step session={session} />
      ) : error ? (
        <ProblemNotice error={error} onRetry={() => refetch()} />
      ) : (
        <LoadingLines lines={5} />
      )}
    </Frame>
  );
}
