import InputAdornment from '@mui/material/InputAdornment';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import { money } from '../../shared/format.ts';
import { useSpeech } from '../../shared/text.tsx';
import { useDraft, useValue } from '../draft/hooks.tsx';
import { FieldFrame, type FieldProps, useField } from './FieldFrame.tsx';
import { minorOf, minorText, numberOf, numberText } from './numbers.ts';

interface Props extends FieldProps {
  /** Money is typed in major units and kept in minor ones; its currency stands at `currencyPath`. */
  kind: 'money' | 'percent' | 'count';
  currencyPath?: string;
}

const decimals = { money: 2, percent: 2, count: 0 } as const;

/** A number as people write it. What cannot be read for certain is kept as typed and named as a problem. */
export function NumberLine({ path, optional, kind, currencyPath = '' }: Props) {
  const { t, locale } = useSpeech();
  const field = useField(path);
  const draft = useDraft();
  const [kept, change] = useValue<number | string>(path);
  const [currency] = useValue<string>(currencyPath);
  const shown = (value: number | string | undefined): string => {
    if (typeof value !== 'number') return value ?? '';
    return kind === 'money' ? minorText(value, locale) : numberText(value, locale, decimals[kind]);
  };
  const [text, setText] = useState(() => shown(kept));
  const written = useRef(kept);
  if (written.current !== kept) {
    // another hand changed it: a newer text was taken over
    written.current = kept;
    setText(shown(kept));
  }
  const type = (typed: string) => {
    setText(typed);
    const read = kind === 'money' ? minorOf(typed, locale) : numberOf(typed, locale, decimals[kind]);
    const next = typed.trim() === '' ? undefined : (read ?? typed);
    written.current = next;
    change(next ?? null);
  };
  const odd = typeof kept === 'string' && kept !== '';
  const problem = odd ? t(`portal.unreadable.${kind}`) : field.problem;
  const understood =
    kind === 'money' && typeof kept === 'number' && currency ? (
      <Typography variant="caption" component="div" color="textSecondary" sx={{ mt: 0.25 }}>
        {t('portal.read_as', { money: money(kept, currency, locale) })}
      </Typography>
    ) : null;
  const described = { ...field, problem, describedBy: problem ? `${field.id}-problem` : field.describedBy };
  return (
    <FieldFrame path={path} field={described} optional={optional} extra={understood}>
      <OutlinedInput
        id={field.id}
        fullWidth
        inputMode="decimal"
        autoComplete="off"
        value={text}
        error={problem !== null}
        endAdornment={
          kind === 'percent' ? (
            <InputAdornment position="end">{t('portal.percent')}</InputAdornment>
          ) : undefined
        }
        inputProps={{ 'aria-describedby': described.describedBy }}
        onChange={(event) => type(event.target.value)}
        onBlur={() => draft.touch(path)}
      />
    </FieldFrame>
  );
}
