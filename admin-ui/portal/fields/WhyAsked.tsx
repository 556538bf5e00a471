import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useSpeech } from '../../shared/text.tsx';

/** Opens to the reason a thing is asked. */
export function WhyAsked({ children }: { children: ReactNode }) {
  const { t } = useSpeech();
  return (
    <Box
      component="details"
      className="no-print"
      sx={{
        mt: 0.5,
        fontSize: '0.85rem',
        color: 'text.secondary',
        '& summary': { cursor: 'pointer', width: 'fit-content', color: 'primary.main', py: 0.25 },
        '& summary:focus-visible': { outline: '2px solid', outlineOffset: 2, borderRadius: 1 },
      }}
    >
      <summary>{t('portal.why')}</summary>
      <Box sx={{ borderLeft: '3px solid', borderColor: 'divider', pl: 1.25, py: 0.25, maxWidth: 620 }}>
        {children}
      </Box>
    </Box>
  );
}
