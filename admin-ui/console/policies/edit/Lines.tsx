import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useSpeech } from '../../../shared/text.tsx';

interface Props {
  label: string;
  value: (string | number)[];
  help?: string;
  fault?: string;
  readOnly: boolean;
  onChange: (value: (string | number)[]) => void;
}

/** A list of words or numbers, one a line; empty lines are left out. */
export function Lines({ label, value, help, fault, readOnly, onChange }: Props) {
  const { t } = useSpeech();
  const [typed, setTyped] = useState<string | null>(null);
  const [numbers] = useState(value.length > 0 && value.every((one) => typeof one === 'number'));
  const read = (text: string) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => (numbers && Number.isFinite(Number(line)) ? Number(line) : line));
  return (
    <TextField
      label={label}
      value={typed ?? value.join('\n')}
      error={fault !== undefined}
      helperText={fault ?? help ?? t('rule_book.one_a_line', { smart_count: value.length })}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(read(event.target.value));
      }}
      onBlur={() => setTyped(null)}
      slotProps={{ htmlInput: { readOnly, spellCheck: false }, inputLabel: { shrink: true } }}
      multiline
      minRows={1}
      maxRows={8}
      fullWidth
    />
  );
}
