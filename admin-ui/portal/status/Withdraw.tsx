import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { post } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/components/states.tsx';
import { useSpeech } from '../../shared/text.tsx';
import { Confirm } from '../steps/Confirm.tsx';

interface Props {
  onChanged: () => void;
  /** Not sent yet: what was typed is erased with it. */
  draft?: boolean;
}

/** Takes the application back, after asking once more; a reason may be given and need not. */
export function Withdraw({ onChanged, draft = false }: Props) {
  const what = draft ? 'portal.withdraw_draft' : 'portal.withdraw';
  const { t } = useSpeech();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const withdraw = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const words = reason.trim();
      await post('/api/portal/application/withdraw', words === '' ? {} : { reason: words });
      setOpen(false);
      onChanged();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button variant="outlined" color="error" onClick={() => setOpen(true)}>
        {t(`${what}.button`)}
      </Button>
      <Confirm
        open={open}
        title={t(`${what}.title`)}
        text={t(`${what}.text`)}
        yes={t(`${what}.yes`)}
        busy={busy}
        onYes={() => void withdraw()}
        onNo={() => setOpen(false)}
      >
        <Typography
          component="label"
          htmlFor="withdraw-reason"
          variant="body2"
          sx={{ display: 'block', fontWeight: 650, mt: 2, mb: 0.5 }}
        >
          {t('portal.withdraw.reason')}
        </Typography>
        <OutlinedInput
          id="withdraw-reason"
          fullWidth
          multiline
          minRows={2}
          value={reason}
          inputProps={{ maxLength: 2_000 }}
          onChange={(event) => setReason(event.target.value)}
        />
        {failure !== null && (
          <Box sx={{ mt: 2 }}>
            <ProblemNotice error={failure} />
          </Box>
        )}
      </Confirm>
    </>
  );
}
