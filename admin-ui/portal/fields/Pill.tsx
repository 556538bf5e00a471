import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

interface Props {
  type: 'checkbox' | 'radio';
  name: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
  /** Fills its row and may hold a second line. */
  wide?: boolean;
}

/** A box to tick, large enough for a thumb; the browser's own input does the work. */
export function Pill({ type, name, checked, onChange, children, wide }: Props) {
  return (
    <Box
      component="label"
      sx={(theme) => ({
        display: 'flex',
        alignItems: wide ? 'flex-start' : 'center',
        gap: 1,
        minHeight: 44,
        px: 1.25,
        py: wide ? 1.25 : 0.5,
        width: wide ? '100%' : 'auto',
        cursor: 'pointer',
        fontSize: '0.95rem',
        lineHeight: 1.35,
        borderRadius: 1.5,
        border: '1px solid',
        borderColor: checked ? 'primary.main' : theme.palette.tone.neutral.line,
        boxShadow: checked ? `inset 0 0 0 1px ${theme.palette.primary.main}` : 'none',
        backgroundColor: 'background.paper',
        '&:has(:focus-visible)': { outline: `2px solid ${theme.palette.primary.main}`, outlineOffset: 2 },
        '& input': {
          width: 18,
          height: 18,
          m: 0,
          flex: 'none',
          mt: wide ? '2px' : 0,
          accentColor: theme.palette.primary.main,
        },
      })}
    >
      <input type={type} name={name} checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <Box
        component="span"
        sx={{ minWidth: 0, display: 'inline-block', '&::first-letter': { textTransform: 'uppercase' } }}
      >
        {children}
      </Box>
    </Box>
  );
}
