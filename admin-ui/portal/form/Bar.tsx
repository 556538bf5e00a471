import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

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
