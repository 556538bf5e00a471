import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { type Field, FieldFoot, FieldHelp, FieldWords } from './FieldFrame.tsx';

interface Props {
  path: string;
  field: Field;
  optional?: boolean;
  children: ReactNode;
  extra?: ReactNode;
}

/** Several inputs that are one question. */
export function Group({ path, field, optional, children, extra }: Props) {
  return (
    <Box
      component="fieldset"
      data-path={path}
      aria-describedby={field.describedBy}
      sx={{ border: 0, p: 0, m: 0, mb: 2.75, minWidth: 0, breakInside: 'avoid' }}
    >
      <Box component="legend" sx={{ p: 0, mb: 0.5, fontSize: '0.9rem', fontWeight: 650 }}>
        <FieldWords field={field} optional={optional} />
      </Box>
      <FieldHelp field={field} />
      {children}
      <FieldFoot field={field} extra={extra} />
    </Box>
  );
}
