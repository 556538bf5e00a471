import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useSpeech } from '../../shared/text.tsx';
import { CommandDialog } from './CommandDialog.tsx';

export interface BookCommand {
  command: string;
  allowed: boolean;
  blocked_by: string | null;
}
const asks = ['propose', 'send_back', 'discard', 'publish'];

interface Props {
  book: { id: string; kind: string; revision: number; version: string };
  commands: readonly BookCommand[];
}

/** What this person may do with the book now; what is not possible yet says what it waits for. */
export function BookCommands({ book, commands }: Props) {
  const { t } = useSpeech();
  const [asking, setAsking] = useState<string | null>(null);
  const shown = commands.filter(({ command }) => asks.includes(command));
  if (shown.length === 0) return null;
  const blocked = shown.filter((one) => one.blocked_by !== null);
  return (
    <Box>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        {shown.map(({ command, allowed }) => (
          <Button
            key={command}
            variant={command === 'publish' || command === 'propose' ? 'contained' : 'outlined'}
            color={command === 'discard' ? 'inherit' : 'primary'}
            disabled={!allowed}
            onClick={() => setAsking(command)}
          >
            {t(`rule_book.command.${command}`)}
          </Button>
        ))}
      </Box>
      {blocked.map(({ command, blocked_by }) => (
        <Typography key={command} variant="caption" color="textSecondary" component="p" sx={{ mt: 0.5 }}>
          {t(`rule_book.command.${command}`)}: {t(`rule_book.reason.${blocked_by}`)}
        </Typography>
      ))}
      {asking && <CommandDialog book={book} command={asking} onClose={() => setAsking(null)} />}
    </Box>
  );
}
