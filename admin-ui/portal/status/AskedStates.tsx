import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { ToneChip } from '../../shared/components/ToneChip.tsx';
import { useSpeech } from '../../shared/text.tsx';
import type { ToneName } from '../../shared/theme.ts';
import { askedWords } from '../fix/items.ts';
import type { PortalApplication } from '../wire.ts';

const tones: Record<string, ToneName> = {
  open: 'caution',
  answered: 'info',
  accepted: 'good',
  lapsed: 'neutral',
};

/** Each asked item with where it stands; "accepted" appears as soon as the reviewer accepts it. */
export function AskedStates({ application }: { application: PortalApplication }) {
  const { t } = useSpeech();
  return (
    <Box component="section" aria-labelledby="asked-states">
      <Typography variant="h2" id="asked-states" sx={{ mb: 1.5 }}>
        {t('portal.fix.asked')}
      </Typography>
      <Box component="ul" aria-live="polite" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {application.requests.map((one) => (
          <Box
            component="li"
            key={one.id}
            data-request={one.state}
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              gap: 1,
              alignItems: 'center',
              py: 1,
              borderTop: '1px solid',
              borderColor: 'divider',
            }}
          >
            <Typography sx={{ flex: '1 1 200px', fontWeight: 500 }}>
              {askedWords(t, one.item, application.document)}
            </Typography>
            <ToneChip tone={tones[one.state] ?? 'neutral'}>{t(`portal.request.${one.state}`)}</ToneChip>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
