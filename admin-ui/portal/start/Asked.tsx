import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useSpeech } from '../../shared/text.tsx';
import { type Step, steps } from '../form/steps.ts';

const asked: readonly Step[] = steps.filter((step) => step !== 'check');

/** What will be asked, with about how long it takes and why. */
export function Asked() {
  const { t } = useSpeech();
  return (
    <Box component="section" aria-labelledby="asked">
      <Typography variant="h2" id="asked" sx={{ mb: 0.5 }}>
        {t('portal.start.asked')}
      </Typography>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {t('portal.start.time')}
      </Typography>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {asked.map((step) => (
          <Box
            component="li"
            key={step}
            sx={{
              display: 'grid',
              gridTemplateColumns: '1fr auto',
              columnGap: 2,
              py: 1.25,
              borderTop: '1px solid',
              borderColor: 'divider',
            }}
          >
            <Typography sx={{ fontWeight: 650 }}>{t(`portal.asked.${step}.what`)}</Typography>
            <Typography variant="body2" color="textSecondary" sx={{ whiteSpace: 'nowrap', pt: '2px' }}>
              {t(`portal.asked.${step}.time`)}
            </Typography>
            <Typography variant="body2" color="textSecondary" sx={{ gridColumn: '1 / -1' }}>
              {t(`portal.asked.${step}.why`)}
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
