import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { post } from '../../../shared/api.ts';
import { EmptyState, ProblemNotice } from '../../../shared/components/states.tsx';
import { When } from '../../../shared/components/When.tsx';
import { useSpeech } from '../../../shared/text.tsx';
import { useMay } from '../../providers/session.ts';
import { useDesk } from '../state/desk-context.ts';
import { useDraft } from '../state/useDraft.ts';

function Write() {
  const { t } = useSpeech();
  const { dossier } = useDesk();
  const queries = useQueryClient();
  const { content, change, discard } = useDraft('note', () => ({ body: '' }));
  const add = useMutation({
    mutationFn: () => post(`/api/applications/${dossier.id}/notes`, { body: content.body }),
    onSuccess: async () => {
      change({ body: '' });
      await discard();
      await queries.invalidateQueries({ queryKey: ['dossier', dossier.id] });
    },
  });
  return (
    <Box
      component="form"
      sx={{ display: 'grid', gap: 1, mb: 2 }}
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate();
      }}
    >
      <TextField
        multiline
        minRows={2}
        label={t('desk.note.write')}
        helperText={t('desk.note.hint')}
        value={content.body}
        onChange={(event) => change({ body: event.target.value })}
      />
      {add.error && <ProblemNotice error={add.error} />}
      <Box>
        <Button
          type="submit"
          variant="outlined"
          loading={add.isPending}
          disabled={content.body.trim() === ''}
        >
          {t('desk.note.add')}
        </Button>
      </Box>
    </Box>
  );
}

/** Internal notes; applicants never see them. */
export function Notes() {
  const { t } = useSpeech();
  const may = useMay();
  const { notes } = useDesk().dossier;
  return (
    <>
      {may('notes.write') && <Write />}
      {notes.length === 0 && <EmptyState title={t('desk.note.none')} />}
      {notes.map((note) => (
        <Box key={note.id} sx={{ mb: 1.5 }}>
          <Typography variant="subtitle2" component="div">
            {note.author.name}{' '}
            <Typography component="span" variant="caption" color="textSecondary">
              <When at={note.created_at} />
            </Typography>
          </Typography>
          <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {note.body ?? t('desk.erased')}
          </Typography>
        </Box>
      ))}
    </>
  );
}
