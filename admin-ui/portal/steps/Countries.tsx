import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Select from '@mui/material/Select';
import { useSpeech } from '../../shared/text.tsx';
import { useDraft, useValue } from '../draft/hooks.tsx';
import { useField } from '../fields/FieldFrame.tsx';
import { Group } from '../fields/Group.tsx';
import { useCountries } from '../fields/options.ts';

/** The countries behind "other countries", one added after the other. */
export function Countries({ path }: { path: string }) {
  const { t } = useSpeech();
  const field = useField(path);
  const draft = useDraft();
  const [chosen = [], change] = useValue<string[]>(path);
  const all = useCountries();
  const add = (code: string) => {
    if (code !== '' && !chosen.includes(code)) change([...chosen, code]);
    draft.touch(path);
  };
  return (
    <Group path={path} field={field}>
      <Select
        native
        fullWidth
        value=""
        inputProps={{ id: field.id, 'aria-label': t('portal.add_country') }}
        onChange={(event) => add(event.target.value)}
      >
        <option value="">{t('portal.add_country')}</option>
        {all
          .filter(({ value }) => !chosen.includes(value))
          .map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
      </Select>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: chosen.length > 0 ? 1 : 0 }}>
        {all
          .filter(({ value }) => chosen.includes(value))
          .map(({ value, label }) => (
            <Chip
              key={value}
              label={label}
              aria-label={t('portal.remove_named', { name: label })}
              onDelete={() => change(chosen.filter((one) => one !== value))}
            />
          ))}
      </Box>
    </Group>
  );
}
