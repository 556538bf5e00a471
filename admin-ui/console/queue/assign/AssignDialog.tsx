import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useNotify } from 'react-admin';
import { ProblemNotice } from '../../../shared/components/states.tsx';
import { useSpeech } from '../../../shared/text.tsx';
import type { BulkReply, WorkItem } from '../../api/work-item.ts';
import { Candidates } from './Candidates.tsx';
import { Results } from './Results.tsx';
import { backToQueue, useAssign } from './useAssign.ts';

interface Props {
  items: readonly WorkItem[];
  /** Told once the server answered. */
  onDone?: () => void;
  onClose: () => void;
}

/** Gives one item or several to one person, or back to the queue, with one reason; then shows what became of each. */
export function AssignDialog({ items, onDone, onClose }: Props) {
  const { t } = useSpeech();
  const notify = useNotify();
  const title = useId();
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const [reply, setReply] = useState<BulkReply | null>(null);
  const { mutate, error, isPending } = useAssign((done) => {
    onDone?.();
    if (items.length > 1 || done.refused > 0) return setReply(done);
    const holder = done.results[0]?.item?.holder?.name;
    notify(holder ? t('assign.now_with', { name: holder }) : t('assign.now_waiting'), { type: 'success' });
    onClose();
  });
  const close = () => {
    if (!isPending) onClose();
  };
  const heading =
    items.length === 1
      ? t('assign.one', { name: items[0]?.subject.label })
      : t('assign.several', { smart_count: items.length });
  return (
    <Dialog
      open
      onClose={close}
      maxWidth="sm"
      fullWidth
      aria-labelledby={title}
      // Inside a row: what is clicked here must not open the row.
      onClick={(event) => event.stopPropagation()}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          mutate({ items, to, reason: reason.trim() });
        }}
      >
        <DialogTitle id={title}>{heading}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          {reply ? (
            <Results reply={reply} items={items} />
          ) : (
            <>
              <Candidates items={items} chosen={to} onChoose={setTo} />
              <TextField
                multiline
                minRows={2}
                required
                label={t('desk.reason')}
                helperText={t('assign.reason_hint')}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
                slotProps={{ htmlInput: { maxLength: 1000 } }}
              />
              {error && <ProblemNotice error={error} />}
              {items.length > 1 && (
                <Typography variant="caption" color="textSecondary">
                  {t('assign.each_alone')}
                </Typography>
              )}
            </>
          )}
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={close}>
            {t(reply ? 'common.close' : 'common.cancel')}
          </Button>
          {!reply && (
            <Button
              type="submit"
              variant="contained"
              disabled={to === '' || reason.trim() === ''}
              loading={isPending}
            >
              {t(to === backToQueue ? 'assign.take_back' : 'assign.action')}
            </Button>
          )}
        </DialogActions>
      </form>
    </Dialog>
  );
}
