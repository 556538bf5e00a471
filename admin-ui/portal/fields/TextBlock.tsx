import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import { number } from '../../shared/format.ts';
import { useSpeech } from '../../shared/text.tsx';
import { tabular } from '../../shared/theme.ts';
import { useDraft, useValue } from '../draft/hooks.tsx';
import { FieldFrame, type FieldProps, useField } from './FieldFrame.tsx';

interface Props extends FieldProps {
  max: number;
  rows?: number;
}

/** A text of several lines with a count; a longer text is kept on the page and said to be too long, never cut. */
export function TextBlock({ path, optional, max, rows = 4 }: Props) {
  const { t, locale } = useSpeech();
  const field = useField(path);
  const draft = useDraft();
  const [value = '', change] = useValue<string>(path);
  const over = value.length - max;
  const words = { n: number(value.length, locale), max: number(max, locale), over: number(over, locale) };
  const count = (
    <Typography
      variant="caption"
      component="div"
      role={over > 0 ? 'alert' : undefined}
      sx={{ ...tabular, textAlign: 'right', color: over > 0 ? 'error.main' : 'text.secondary', mt: 0.25 }}
    >
      {t(over > 0 ? 'portal.count_over' : 'portal.count', words)}
    </Typography>
  );
  return (
    <FieldFrame path={path} field={field} optional={optional} extra={count}>
      <OutlinedInput
        id={field.id}
        fullWidth
        multiline
        minRows={rows}
        maxRows={rows + 18}
        value={value}
        error={field.problem !== null || over > 0}
        inputProps={{ 'aria-describedby': field.describedBy }}
        onChange={(event) => change(event.target.value)}
        onBlur={() => draft.touch(path)}
      />
    </FieldFrame>
  );
}
