import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useSpeech } from '../../../shared/text.tsx';

interface Props {
  label: string;
  value: unknown;
  help?: string;
  /** What is wrong here, in words. */
  fault?: string;
  readOnly: boolean;
  onChange: (value: unknown) => void;
}

/** Numbers are kept as numbers, and as typed while they are none yet, so that the server can name the fault. */
const numberOf = (text: string): unknown =>
  text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text;

function NumberLeaf({ label, value, help, fault, readOnly, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      label={label}
      value={typed ?? String(value)}
      error={fault !== undefined}
      helperText={fault ?? help}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(numberOf(event.target.value));
      }}
      onBlur={() => setTyped(null)}
      slotProps={{ htmlInput: { inputMode: 'decimal', readOnly }, inputLabel: { shrink: true } }}
      sx={{ maxWidth: 320 }}
      fullWidth
    />
  );
}

/** One value of a rule book. */
export function Leaf(props: Props) {
  const { t } = useSpeech();
  const { label, value, help, fault, readOnly, onChange } = props;
  const [wasNumber] = useState(typeof value === 'number');
  if (typeof value === 'boolean')
    return (
      <FormControlLabel
        control={<Switch checked={value} disabled={readOnly} onChange={(_event, on) => onChange(on)} />}
        label={label}
      />
    );
  if (wasNumber) return <NumberLeaf {...props} />;
  return (
    <TextField
      label={label}
      value={value === null ? '' : String(value)}
      placeholder={value === null ? t('rule_book.none') : undefined}
      error={fault !== undefined}
      helperText={fault ?? help}
      onChange={(event) => onChange(event.target.value === '' && value === null ? null : event.target.value)}
      slotProps={{ htmlInput: { readOnly }, inputLabel: { shrink: true } }}
      fullWidth
    />
  );
}
