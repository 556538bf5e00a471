import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useSpeech } from '../../../shared/text.tsx';

interface Props {
  quote: string;
  fault?: string;
  onQuote: (quote: string) => void;
}

/** The words a judgement rests on: typed, or taken from what is selected in the statement. */
export function QuotedWords({ quote, fault, onQuote }: Props) {
  const { t } = useSpeech();
  const take = () => {
    const selected = window.getSelection()?.toString().trim();
    if (selected) onQuote(selected);
  };
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
      <TextField
        fullWidth
        multiline
        label={t('sheet.quote')}
        value={quote}
        error={fault !== undefined}
        helperText={fault}
        onChange={(event) => onQuote(event.target.value)}
      />
      <Button
        color="inherit"
        onMouseDown={(event) => event.preventDefault()}
        onClick={take}
        sx={{ flexShrink: 0 }}
      >
        {t('sheet.take')}
      </Button>
    </Box>
  );
}
