import Box from '@mui/material/Box';
import Select from '@mui/material/Select';
import { useSpeech } from '../../shared/text.tsx';
import { useDraft, useValue } from '../draft/hooks.tsx';
import { type FieldProps, useField } from './FieldFrame.tsx';
import { Group } from './Group.tsx';

const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'));
const years = 15;

/** A month and its year by two choosers; half an answer is kept as it is ("2025-" or "-03"). */
export function MonthChoice({ path }: FieldProps) {
  const { t, locale } = useSpeech();
  const field = useField(path);
  const draft = useDraft();
  const [value = '', change] = useValue<string>(path);
  const [year = '', month = ''] = value.split('-');
  const name = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  const thisYear = new Date().getFullYear();
  const set = (nextYear: string, nextMonth: string) =>
    change(nextYear === '' && nextMonth === '' ? null : `${nextYear}-${nextMonth}`);
  const error = field.problem !== null;
  return (
    <Group path={path} field={field}>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1.4fr 1fr', gap: 1 }}>
        <Select
          native
          value={month}
          error={error}
          inputProps={{ id: field.id, 'aria-label': t('portal.month') }}
          onChange={(event) => set(year, event.target.value)}
          onBlur={() => draft.touch(path)}
        >
          <option value="">{t('portal.month')}</option>
          {months.map((one) => (
            <option key={one} value={one}>
              {name.format(new Date(`2025-${one}-15T00:00:00Z`))}
            </option>
          ))}
        </Select>
        <Select
          native
          value={year}
          error={error}
          inputProps={{ 'aria-label': t('portal.year') }}
          onChange={(event) => set(event.target.value, month)}
          onBlur={() => draft.touch(path)}
        >
          <option value="">{t('portal.year')}</option>
          {Array.from({ length: years }, (_, at) => String(thisYear - at)).map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </Select>
      </Box>
    </Group>
  );
}
