import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useSpeech } from '../../shared/text.tsx';
import { useFieldProblem, wordsOf } from '../draft/hooks.tsx';
import { WhyAsked } from './WhyAsked.tsx';

export interface FieldProps {
  /** Where the answer stands in the document; its words come from the catalogue by the same path. */
  path: string;
  optional?: boolean;
}

export const idOf = (path: string): string => `f-${path.replaceAll('.', '-')}`;

/** The words of a field and the ids that tie them to its input. */
export function useField(path: string) {
  const { t } = useSpeech();
  const key = wordsOf(path);
  const id = idOf(path);
  const help = t(`${key}.help`, { _: '' });
  const problem = useFieldProblem(path);
  const described = [help && `${id}-help`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return {
    id,
    label: t(`${key}.label`),
    help,
    why: t(`${key}.why`, { _: '' }),
    problem,
    describedBy: described || undefined,
  };
}

export type Field = ReturnType<typeof useField>;

export function FieldWords({ field, optional }: { field: Field; optional?: boolean }) {
  const { t } = useSpeech();
  return (
    <>
      {field.label}
      {optional && (
        <Typography component="span" variant="body2" color="textSecondary" sx={{ ml: 0.75, fontWeight: 400 }}>
          {t('portal.optional')}
        </Typography>
      )}
    </>
  );
}

/** Below the input: what is wrong, and why the thing is asked. */
export function FieldFoot({ field, extra }: { field: Field; extra?: ReactNode }) {
  return (
    <>
      {extra}
      {field.problem && (
        <Typography
          id={`${field.id}-problem`}
          variant="body2"
          sx={{ mt: 0.5, color: 'error.main', fontWeight: 600 }}
        >
          {field.problem}
        </Typography>
      )}
      {field.why && <WhyAsked>{field.why}</WhyAsked>}
    </>
  );
}

export function FieldHelp({ field }: { field: Field }) {
  if (!field.help) return null;
  return (
    <Typography id={`${field.id}-help`} variant="body2" color="textSecondary" sx={{ mb: 0.75 }}>
      {field.help}
    </Typography>
  );
}

interface FrameProps extends FieldProps {
  field: Field;
  extra?: ReactNode;
  children: ReactNode;
}

/** A label above its input, help between the two, problems below: read in the order a person needs them. */
export function FieldFrame({ path, field, optional, extra, children }: FrameProps) {
  return (
    <Box data-path={path} sx={{ mb: 2.75, minWidth: 0, breakInside: 'avoid' }}>
      <Typography
        component="label"
        htmlFor={field.id}
        variant="body2"
        sx={{ display: 'block', fontWeight: 650, mb: 0.5 }}
      >
        <FieldWords field={field} optional={optional} />
      </Typography>
      <FieldHelp field={field} />
      {children}
      <FieldFoot field={field} extra={extra} />
    </Box>
  );
}
