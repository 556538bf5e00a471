import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useSpeech } from '../../shared/text.tsx';
import type { PortalApplication } from '../wire.ts';

/** The letter of the decision, word for word as it was sent. */
export function DecisionLetter({ decision }: { decision: NonNullable<PortalApplication['decision']> }) {
  const { t } = useSpeech();
  return (
    <Box
      component="article"
      aria-label={t('portal.letter')}
      sx={{
        border: '1px solid',
        borderColor: 'divider',
        borderRadius: 2,
        bgcolor: 'background.paper',
        p: { xs: 2, sm: 4 },
        mb: 3,
        '@media print': { border: 0, p: 0 },
      }}
    >
      <Typography variant="h2" sx={{ mb: 2 }}>
        {decision.letter_subject}
      </Typography>
      <Typography component="div" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {decision.letter_body}
      </Typography>
    </Box>
  );
}
