import Box from '@mui/material/Box';
import { Brand } from '../../shared/components/Brand.tsx';
import { LoadingLines } from '../../shared/components/states.tsx';

/** Shown while a page's code or data is on its way. */
export function Waiting() {
  return (
    <Box sx={{ maxWidth: 640, mx: 'auto', pt: 8, px: 2 }}>
      <Brand />
      <LoadingLines lines={5} />
    </Box>
  );
}
