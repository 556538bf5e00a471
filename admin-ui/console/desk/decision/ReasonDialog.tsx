import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useSpeech } from '../../../shared/text.tsx';
import { useDesk } from '../state/desk-context.ts';

const dayMs = 86_400_000;
const asDay = (ms: number) => new Date(ms).toISOString().slice(0, 10);

interface Props {
  command: string;
  onClose: () => void;
}

/** Commands that have to say why; holding also says until when. */
export function ReasonDialog({ command, onClose }: Props) {
  const { t } = useSpeech();
  const { run, running } = useDesk();
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState(asDay(Date.now() + 2 * dayMs));
  const holds = command === 'hold';
  const send = async () => {
    const body = holds
      ? { reason: reason.trim(), until: new Date(`${until}T16:00:00`).toISOString() }
      : { reason: reason.trim() };
    await run(command, body);
    onClose();
  };
  return (
    <Dialog open onClose={onClose} maxWidth="sm" aria-labelledby="reason-title">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <DialogTitle id="reason-title">{t(`command.${command}`)}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <Typography variant="body2" color="textSecondary">
            {t(`ask_reason.${command}`)}
          </Typography>
          <TextField
            autoFocus
            multiline
            minRows={2}
            required
            label={t('desk.reason')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          {holds && (
            <TextField
              type="date"
              label={t('desk.hold_until')}
              value={until}
              onChange={(event) => setUntil(event.target.value)}
              slotProps={{
                inputLabel: { shrink: true },
                htmlInput: { min: asDay(Date.now() + dayMs), max: asDay(Date.now() + 7 * dayMs) },
              }}
            />
          )}
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            type="submit"
            variant="contained"
            disabled={reason.trim() === ''}
            loading={running === command}
          >
            {t(`command.${command}`)}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
