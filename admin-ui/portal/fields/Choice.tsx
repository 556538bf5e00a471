import Select from '@mui/material/Select';
import type { ReactNode } from 'react';
import { useSpeech } from '../../shared/text.tsx';
import { useDraft, useValue } from '../draft/hooks.tsx';
import { FieldFrame, type FieldProps, useField } from './FieldFrame.tsx';

export interface Option {
  value: string;
  label: string;
}

interface Props extends FieldProps {
  options: readonly Option[];
  extra?: ReactNode;
}

/** One of many, with the chooser of the phone or browser itself. */
export function Choice({ path, optional, options, extra }: Props) {
  const { t } = useSpeech();
  const field = useField(path);
  const draft = useDraft();
  const [value, change] = useValue<string>(path);
  return (
    <FieldFrame path={path} field={field} optional={optional} extra={extra}>
      <Select
        native
        fullWidth
        id={field.id}
        value={value ?? ''}
        error={field.problem !== null}
        inputProps={{ id: field.id, 'aria-describedby': field.describedBy }}
        onChange={(event) => change(event.target.value || null)}
        onBlur={() => draft.touch(path)}
      >
        <option value="">{t('portal.choose')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </FieldFrame>
  );
}
