import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { get, post } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/components/states.tsx';
import { When } from '../../shared/components/When.tsx';
import { useSpeech } from '../../shared/text.tsx';
import { Panel } from '../home/Panel.tsx';
import { forgetSession, loadSession, useSession } from '../providers/session.ts';
import { registerPasskey } from '../signin/passkey.ts';
import { TotpSetup } from '../signin/TotpSetup.tsx';

interface Passkey {
  id: string;
  label: string;
  created_at: string;
  last_used_at: string | null;
}

function Passkeys() {
  const { t } = useSpeech();
  const queries = useQueryClient();
  const [label, setLabel] = useState('');
  const { data = [], error } = useQuery({
    queryKey: ['passkeys'],
    queryFn: ({ signal }) => get<Passkey[]>('/api/me/passkeys', signal),
  });
  const onSettled = () => queries.invalidateQueries({ queryKey: ['passkeys'] });
  const add = useMutation({
    mutationFn: () => registerPasskey(label.trim()),
    onSuccess: () => setLabel(''),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: (id: string) => post(`/api/me/passkeys/${id}/remove`),
    onSettled,
  });
  const problem = error ?? add.error ?? remove.error;
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {data.map((passkey) => (
        <Box key={passkey.id} sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center' }}>
          <Box>
            <Typography variant="body2">{passkey.label}</Typography>
            <Typography variant="caption" color="textSecondary">
              {t('account.last_used')} <When at={passkey.last_used_at} />
            </Typography>
          </Box>
          <Button color="inherit" onClick={() => remove.mutate(passkey.id)}>
            {t('account.remove')}
          </Button>
        </Box>
      ))}
      <Box sx={{ display: 'flex', gap: 1 }}>
        <TextField
          label={t('account.passkey_name')}
          value={label}
          sx={{ flexGrow: 1 }}
          onChange={(event) => setLabel(event.target.value)}
        />
        <Button
          variant="outlined"
          disabled={label.trim() === ''}
          loading={add.isPending}
          onClick={() => add.mutate()}
        >
          {t('account.add_passkey')}
        </Button>
      </Box>
      {problem && <ProblemNotice error={problem} />}
    </Box>
  );
}

/** Codes from an app, and passkeys. */
export function SecondFactors() {
  const { t } = useSpeech();
  const session = useSession();
  const [setting, setSetting] = useState(false);
  const hasCode = session?.second_factors?.includes('totp') ?? false;
  const done = async () => {
    setSetting(false);
    forgetSession();
    await loadSession();
  };
  return (
    <Panel title={t('account.second_factors')}>
      <Typography variant="body2" sx={{ mb: 1 }}>
        {t(hasCode ? 'account.totp_on' : 'account.totp_off')}
      </Typography>
      {setting ? (
        <Box sx={{ mb: 2 }}>
          <TotpSetup onDone={done} />
        </Box>
      ) : (
        <Button variant="outlined" onClick={() => setSetting(true)} sx={{ mb: 1.5 }}>
          {t(hasCode ? 'account.totp_again' : 'account.totp_start')}
        </Button>
      )}
      <Passkeys />
    </Panel>
  );
}
