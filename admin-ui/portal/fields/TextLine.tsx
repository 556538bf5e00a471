import OutlinedInput from '@mui/material/OutlinedInput';
import { useDraft, useValue } from '../draft/hooks.tsx';
import { FieldFrame, type FieldProps, useField } from './FieldFrame.tsx';

interface Props extends FieldProps {
  type?: 'text' | 'email' | 'tel' | 'url';
  autoComplete?: string;
}

export function TextLine({ path, optional, type = 'text', autoComplete = 'off' }: Props) {
  const field = useField(path);
  const draft = useDraft();
  const [value, change] = useValue<string>(path);
  return (
    <FieldFrame path={path} field={field} optional={optional}>
      <OutlinedInput
        id={field.id}
        fullWidth
        type={type}
        autoComplete={autoComplete}
        value={value ?? ''}
        error={field.problem !== null}
        inputProps={{ 'aria-describedby': field.describedBy }}
        onChange={(event) => change(event.target.value)}
        onBlur={() => draft.touch(path)}
      />
    </FieldFrame>
  );
}
