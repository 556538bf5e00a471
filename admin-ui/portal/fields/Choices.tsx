import Box from '@mui/material/Box';
import { useDraft, useValue } from '../draft/hooks.tsx';
import type { Option } from './Choice.tsx';
import { type FieldProps, useField } from './FieldFrame.tsx';
import { Group } from './Group.tsx';
import { Pill } from './Pill.tsx';

interface Props extends FieldProps {
  options: readonly Option[];
}

/** Any number of these. */
export function Choices({ path, optional, options }: Props) {
  const field = useField(path);
  const draft = useDraft();
  const [chosen = [], change] = useValue<string[]>(path);
  const toggle = (value: string, on: boolean) => {
    const order = options.map((option) => option.value);
    const next = on ? [...chosen, value] : chosen.filter((one) => one !== value);
    change(next.sort((a, b) => order.indexOf(a) - order.indexOf(b)));
    draft.touch(path);
  };
  return (
    <Group path={path} field={field} optional={optional}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {options.map(({ value, label }) => (
          <Pill
            key={value}
            type="checkbox"
            name={field.id}
            checked={chosen.includes(value)}
            onChange={(on) => toggle(value, on)}
          >
            {label}
          </Pill>
        ))}
      </Box>
    </Group>
  );
}

/** Exactly one of a few. */
export function OneOf({ path, optional, options }: Props) {
  const field = useField(path);
  const [chosen, change] = useValue<string>(path);
  return (
    <Group path={path} field={field} optional={optional}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {options.map(({ value, label }) => (
          <Pill
            key={value}
            type="radio"
            name={field.id}
            checked={chosen === value}
            onChange={(on) => on && change(value)}
          >
            {label}
          </Pill>
        ))}
      </Box>
    </Group>
  );
}
