import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { ProblemNotice } from '../../../shared/components/states.tsx';
import { useSpeech } from '../../../shared/text.tsx';
import type { Letter } from '../../api/types.ts';
import { placeholdersIn } from './placeholders.ts';
import { useLetter } from './useLetter.ts';

export interface LetterDraft extends Letter {
  /** True once somebody changed the words of the template. */
  edited: boolean;
}
export const emptyLetter: LetterDraft = { subject: '', body: '', edited: false };

interface Props {
  input: Record<string, unknown> & { kind: string };
  letter: LetterDraft;
  onChange: (letter: LetterDraft) => void;
}

/** The letter, filled from its template and edited here; open placeholders are named and block sending. */
export function LetterEditor({ input, letter, onChange }: Props) {
  const { t } = useSpeech();
  const { error, isPending, refill } = useLetter(input, !letter.edited, (next) =>
    onChange({ ...next, edited: false }),
  );
  const open = placeholdersIn(`${letter.subject}\n${letter.body}`);
  const edit = (part: Partial<Letter>) => onChange({ ...letter, ...part, edited: true });
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'baseline' }}>
        <Typography variant="h3">{t('desk.letter.title')}</Typography>
        <Typography variant="caption" color="textSecondary" role="status">
          {isPending
            ? t('desk.letter.filling')
            : t(letter.edited ? 'desk.letter.edited' : 'desk.letter.from_template')}
        </Typography>
      </Box>
      {error && <ProblemNotice error={error} onRetry={refill} />}
      <TextField
        label={t('desk.letter.subject')}
        value={letter.subject}
        onChange={(event) => edit({ subject: event.target.value })}
      />
      <TextField
        label={t('desk.letter.body')}
        multiline
        minRows={10}
        maxRows={24}
        value={letter.body}
        onChange={(event) => edit({ body: event.target.value })}
        slotProps={{ htmlInput: { sx: { lineHeight: 1.6 } } }}
      />
      {open.length > 0 && (
        <Alert severity="warning" variant="outlined" role="status">
          {t('desk.letter.placeholders', { names: open.map((name) => `{{${name}}}`).join(', ') })}
        </Alert>
      )}
      {letter.edited && (
        <Box>
          <Button color="inherit" onClick={refill}>
            {t('desk.letter.refill')}
          </Button>
        </Box>
      )}
    </Box>
  );
}

/** Whether a letter may leave: no open placeholder, nothing empty. */
export const letterReady = (letter: Letter): boolean =>
  letter.subject.trim() !== '' &&
  letter.body.trim() !== '' &&
  placeholdersIn(`${letter.subject}\n${letter.body}`).length === 0;
