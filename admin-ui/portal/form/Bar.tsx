import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** The note beside the actions: on a phone a line of its own above them. */
export const barNote = {
  flex: { xs: '1 0 100%', sm: '1 1 0' },
  order: { xs: -1, sm: 0 },
  minWidth: 0,
} as const;

/** The bar of actions that stays at the bottom of the window. */
export function Bar({ children }: { children: ReactNode }) {
  return (
    <Box
      className="no-print"
      sx={{
        position: 'sticky',
        bottom: 0,
        zIndex: 5,
        gridColumn: '1 / -1',
        mx: { xs: -2, sm: -3, md: 0 },
        mb: { md: 2 },
        px: { xs: 1.5, sm: 3 },
        py: 1,
        pb: 'max(8px, env(safe-area-inset-bottom))',
        display: 'flex',
        flexWrap: 'wrap',
        rowGap: 0.5,
        alignItems: 'center',
        gap: 1,
        bgcolor: 'background.paper',
        border: '1px solid',
        borderColor: 'divider',
        borderWidth: { xs: '1px 0 0', md: 1 },
        borderRadius: { md: 2 },
      }}
    >
      {children}
    </Box>
  );
}
