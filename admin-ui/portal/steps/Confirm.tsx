import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';
import { useSpeech } from '../../shared/text.tsx';

interface Props {
  open: boolean;
  title: string;
  text: string;
  yes: string;
  busy?: boolean;
  children?: ReactNode;
  onYes: () => void;
  onNo: () => void;
}

/** Asks once more before something is taken away. */
export function Confirm({ open, title, text, yes, busy, children, onYes, onNo }: Props) {
  const { t } = useSpeech();
  const id = useId();
  return (
    <Dialog open={open} onClose={onNo} aria-labelledby={id}>
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent>
        <Typography>{text}</Typography>
        {children}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2.5 }}>
        <Button onClick={onNo}>{t('common.cancel')}</Button>
        <Button variant="contained" color="error" onClick={onYes} disabled={busy}>
          {yes}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
