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
  /** The choices the template was filled for. */
  filled_for?: string;
}
export const emptyLetter: LetterDraft = { subject: '', body: '', edited: false };

export type LetterInput = Record<string, unknown> & { kind: string };

/** A letter nobody edited is only good for the choices it was filled for. */
const isFilled = (letter: LetterDraft, input: LetterInput): boolean =>
  letter.edited || letter.filled_for === JSON.stringify(input);

/** What keeps a letter from leaving, as a key of the catalogue; null when nothing does. */
export function letterWants(letter: LetterDraft, input: LetterInput): string | null {
  if (!isFilled(letter, input)) return 'composer.wants.letter_filled';
  const whole =
    letter.subject.trim() !== '' &&
    letter.body.trim() !== '' &&
    placeholdersIn(`${letter.subject}\n${letter.body}`).length === 0;
  return whole ? null : 'composer.wants.letter';
}

interface Props {
  input: LetterInput;
  letter: LetterDraft;
  onChange: (letter: LetterDraft) => void;
}

/** The letter, filled from its template and edited here; open placeholders are named and block sending. */
export function LetterEditor({ input, letter, onChange }: Props) {
  const { t } = useSpeech();
  const { error, isPending, refill } = useLetter(input, !letter.edited, (next, filled_for) =>
    onChange({ ...next, filled_for, edited: false }),
  );
  const filling = isPending || (!error && !isFilled(letter, input));
  const open = placeholdersIn(`${letter.subject}\n${letter.body}`);
  const edit = (part: Partial<Letter>) => onChange({ ...letter, ...part, edited: true });
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'baseline' }}>
        <Typography variant="h3">{t('desk.letter.title')}</Typography>
        <Typography variant="caption" color="textSecondary" role="status">
          {filling
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
