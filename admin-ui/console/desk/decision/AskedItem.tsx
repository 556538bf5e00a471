import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import type { Ref } from 'react';
import { useSpeech } from '../../../shared/text.tsx';

export interface Asked {
  item: string;
  words: string;
}

interface Props {
  asked: Asked;
  label: string;
  onChange: (words: string) => void;
  onRemove: () => void;
  fieldRef?: Ref<HTMLTextAreaElement> | undefined;
}

/** One item with the words the applicant reads beside it. */
export function AskedItem({ asked, label, onChange, onRemove, fieldRef }: Props) {
  const { t } = useSpeech();
  return (
    <Box sx={{ display: 'flex', gap: 0.5, alignItems: 'flex-start', mb: 1.5 }}>
      <TextField
        fullWidth
        multiline
        minRows={2}
        autoFocus={asked.words === ''}
        inputRef={fieldRef}
        label={label}
        helperText={t('composer.request_changes.words_hint')}
        value={asked.words}
        onChange={(event) => onChange(event.target.value)}
      />
      <IconButton
        size="small"
        aria-label={t('composer.request_changes.remove', { item: label })}
        onClick={onRemove}
      >
        <DeleteIcon fontSize="small" />
      </IconButton>
    </Box>
  );
}
