import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** Two fields that belong together: beside each other where there is room. */
export function Pair({ children, wide = '1fr 1fr' }: { children: ReactNode; wide?: string }) {
  return (
    <Box
      sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: wide }, columnGap: 2, alignItems: 'end' }}
    >
      {children}
    </Box>
  );
}
