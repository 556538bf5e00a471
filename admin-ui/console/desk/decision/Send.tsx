import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useSpeech } from '../../../shared/text.tsx';
import { useChord } from '../../keys/useShortcuts.ts';
import { Key } from '../../shell/KeyHelp.tsx';
import { useDesk } from '../state/desk-context.ts';
import type { DraftState } from '../state/useDraft.ts';

interface Props {
  command: string;
  label: string;
  /** Why it cannot be sent yet; null when it can. */
  wants: string | null;
  draft: DraftState;
  onSend: () => void;
  danger?: boolean;
}

/** The one button that decides; Ctrl-Enter does the same. */
export function Send({ command, label, wants, draft, onSend, danger }: Props) {
  const { t } = useSpeech();
  const { running } = useDesk();
  const ready = wants === null && running === null;
  useChord('Enter', ready ? onSend : undefined);
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, flexWrap: 'wrap', mt: 2, mb: 1 }}>
      <Button
        variant="contained"
        size="medium"
        color={danger ? 'error' : 'primary'}
        disabled={!ready}
        loading={running === command}
        onClick={onSend}
      >
        {label}
      </Button>
      <Key>{'Ctrl Enter'}</Key>
      <Typography variant="body2" color="textSecondary" role="status">
        {wants ?? ''}
      </Typography>
      <Typography
        variant="caption"
        color={draft === 'failed' ? 'error' : 'text.secondary'}
        sx={{ ml: 'auto' }}
      >
        {draft === 'none' ? '' : t(`desk.draft.${draft}`)}
      </Typography>
    </Box>
  );
}
