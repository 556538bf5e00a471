import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { ProblemNotice } from '../../shared/components/states.tsx';
import { useSpeech } from '../../shared/text.tsx';
import type { Session } from '../providers/session.ts';
import { useSignIn } from './useSignIn.ts';

type Account = NonNullable<Session['demo_accounts']>[number];

/** One card per role; a click signs in. Only a demo offers them. */
export function DemoAccounts({ accounts }: { accounts: readonly Account[] }) {
  const { t } = useSpeech();
  const { mutate, isPending, error } = useSignIn('sign-in');
  return (
    <Box component="section" aria-labelledby="demo-title">
      <Typography id="demo-title" variant="h2" gutterBottom>
        {t('signin.demo.title')}
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>
        {t('signin.demo.lead')}
      </Typography>
      {error && <ProblemNotice error={error} />}
      <Box sx={{ display: 'grid', gridTemplateColumns: { sm: '1fr 1fr' }, gap: 1 }}>
        {accounts.map((account) => (
          <ButtonBase
            key={account.email}
            disabled={isPending}
            onClick={() => mutate({ email: account.email, password: account.password })}
            sx={(theme) => ({
              display: 'block',
              textAlign: 'left',
              p: 1.25,
              borderRadius: 1,
              border: `1px solid ${theme.palette.divider}`,
              '&:hover': {
                borderColor: theme.palette.primary.main,
                backgroundColor: theme.palette.action.hover,
              },
            })}
          >
            <Typography variant="subtitle2">{account.name}</Typography>
            <Typography variant="caption" color="textSecondary">
              {t(account.role_label_key, { _: t(`role.${account.role_label_key.split('.').at(-1) ?? ''}`) })}
            </Typography>
          </ButtonBase>
        ))}
      </Box>
    </Box>
  );
}
