import Box from '@mui/material/Box';

/** The mark: a touchstone with its streak. */
export function Brand({ size = 22, name = true }: { size?: number; name?: boolean }) {
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 1, color: 'primary.main' }}
    >
      <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <rect x="1.5" y="1.5" width="21" height="21" rx="5" fill="currentColor" />
        <path d="M6 17 L12 5.5 L18 17" fill="none" stroke="#fff" strokeWidth="2.2" strokeLinejoin="round" />
        <path d="M8.4 13.6 H15.6" stroke="#e3c25e" strokeWidth="2.2" strokeLinecap="round" />
      </svg>
      {name && (
        <Box
          component="span"
          translate="no"
          sx={{ fontWeight: 700, fontSize: size * 0.75, letterSpacing: '-0.01em', color: 'text.primary' }}
        >
          {'Assay'}
        </Box>
      )}
    </Box>
  );
}
