import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useSpeech } from '../../../shared/text.tsx';
import { useSession } from '../../providers/session.ts';
import { useDesk } from '../state/desk-context.ts';

/** An officer signs somebody else's judgement, or refuses it with a reason. */
export function SignOverride({ override }: { override: { id: string; by: { id: string } } }) {
  const { t } = useSpeech();
  const { command, run, running } = useDesk();
  const me = useSession()?.person?.id;
  const [reason, setReason] = useState('');
  const state = command('co_sign');
  if (!state || override.by.id === me) return null;
  if (!state.allowed)
    return (
      <Typography variant="caption" color="textSecondary" component="p">
        {t(`blocked.${state.blocked_by[0]?.code}`, { ...state.blocked_by[0]?.params, _: '' })}
      </Typography>
    );
  const sign = (agree: boolean) =>
    run('co_sign', { override_id: override.id, agree, ...(agree ? {} : { reason: reason.trim() }) });
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center', mt: 0.5 }}>
      <Button variant="contained" loading={running === 'co_sign'} onClick={() => sign(true)}>
        {t('override.sign')}
      </Button>
      <TextField
        label={t('override.why_not')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button color="inherit" disabled={reason.trim() === '' || running !== null} onClick={() => sign(false)}>
        {t('override.refuse')}
      </Button>
    </Box>
  );
}
