import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { OpenWork } from '../../../server/policies/schema/policy.ts';
import { useSpeech } from '../../shared/text.tsx';
import { ChooseOpenWork } from './open-work/ChooseOpenWork.tsx';
import { useBookCommand } from './useBookCommand.ts';

interface Props {
  book: { id: string; kind: string; revision: number; version: string };
  command: string;
  onClose: () => void;
}

/** Words for a move of the book; publishing asks from which day instead, and of a rubric what becomes of open work. */
export function CommandDialog({ book, command, onClose }: Props) {
  const { t } = useSpeech();
  const [words, setWords] = useState('');
  const [from, setFrom] = useState('');
  const [openWork, setOpenWork] = useState<OpenWork>('leave');
  const { mutate, isPending } = useBookCommand(book, onClose);
  const publishes = command === 'publish';
  const body = () => {
    if (publishes)
      return {
        ...(from === '' ? {} : { effective_from: new Date(`${from}T00:00:00`).toISOString() }),
        ...(book.kind === 'rubric' ? { open_work: openWork } : {}),
      };
    return command === 'propose' ? { summary: words.trim() } : { reason: words.trim() };
  };
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="book-command">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          mutate({ verb: command.replaceAll('_', '-'), body: body() });
        }}
      >
        <DialogTitle id="book-command">{t(`rule_book.command.${command}`)}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <Typography variant="body2" color="textSecondary">
            {t(`rule_book.ask.${command}`, { version: book.version })}
          </Typography>
          {publishes ? (
            <TextField
              autoFocus
              type="date"
              label={t('rule_book.effective_from')}
              helperText={t('rule_book.effective_hint')}
              value={from}
              onChange={(event) => setFrom(event.target.value)}
              slotProps={{ inputLabel: { shrink: true } }}
            />
          ) : (
            <TextField
              autoFocus
              required
              multiline
              minRows={3}
              label={t(command === 'propose' ? 'rule_book.summary' : 'rule_book.why')}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
          {publishes && book.kind === 'rubric' && <ChooseOpenWork value={openWork} onChange={setOpenWork} />}
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            type="submit"
            variant="contained"
            loading={isPending}
            disabled={!publishes && words.trim() === ''}
          >
            {t(`rule_book.command.${command}`)}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
