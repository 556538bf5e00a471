import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { ToneName } from '../theme.ts';

const marks: Record<ToneName, string> = { good: '✓', caution: '◐', bad: '✕', info: '●', neutral: '–' };

interface Props {
  tone: ToneName;
  children: ReactNode;
  /** Another sign than the tone's own; null shows none. */
  mark?: string | null;
  title?: string;
  strong?: boolean;
}

/** A word with the colour of its meaning and a sign, so that colour is never the only carrier. */
export function ToneChip({ tone, children, mark = marks[tone], title, strong }: Props) {
  return (
    <Box
      component="span"
      title={title}
      sx={(theme) => ({
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        px: 0.75,
        py: '1px',
        borderRadius: 1,
        fontSize: '0.76rem',
        fontWeight: strong ? 700 : 600,
        lineHeight: 1.5,
        whiteSpace: 'nowrap',
        color: theme.palette.tone[tone].fg,
        backgroundColor: theme.palette.tone[tone].bg,
        border: `1px solid ${strong ? theme.palette.tone[tone].line : 'transparent'}`,
      })}
    >
      {mark !== null && (
        <Box component="span" aria-hidden sx={{ fontSize: '0.7rem', lineHeight: 1 }}>
          {mark}
        </Box>
      )}
      {children}
    </Box>
  );
}
