import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useSpeech } from '../../../shared/text.tsx';
import { useDesk } from '../state/desk-context.ts';

/** A second reviewer lets a claim stand with a reason, or it keeps approval from being offered (M39). */
export function LetStand({ claimId }: { claimId: string }) {
  const { t } = useSpeech();
  const { command, run, running } = useDesk();
  const [reason, setReason] = useState('');
  const state = command('let_claim_stand');
  if (!state?.allowed)
    return (
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
        {t('claim.keeps_approval')}
        {state?.blocked_by.map((one) => ` ${t(`blocked.${one.code}`, { ...one.params, _: one.code })}`)}
      </Typography>
    );
  return (
    <Box
      component="form"
      sx={{ mt: 1, display: 'grid', gap: 1 }}
      onSubmit={(event) => {
        event.preventDefault();
        run('let_claim_stand', { claim_id: claimId, reason: reason.trim() });
      }}
    >
      <Typography variant="body2" color="textSecondary">
        {t('claim.keeps_approval')}
      </Typography>
      <TextField
        multiline
        label={t('claim.stand_reason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Box>
        <Button
          type="submit"
          variant="outlined"
          disabled={reason.trim() === ''}
          loading={running === 'let_claim_stand'}
        >
          {t('claim.let_stand')}
        </Button>
      </Box>
    </Box>
  );
}
