import Typography from '@mui/material/Typography';
import { useSpeech } from '../../../shared/text.tsx';
import type { Dossier } from '../../api/types.ts';

/** How the score came to differ from the machine's: how many judgements, whose, and what the machine said (M18). */
export function Overridden({ reading }: { reading: Dossier['reading'] }) {
  const { t } = useSpeech();
  const standing = reading.overrides.filter((one) => one.state === 'standing');
  const waiting = reading.overrides.filter((one) => one.state === 'awaiting_co_signature');
  const names = [...new Set(standing.map((one) => one.by.name))].join(', ');
  return (
    <>
      {reading.machine && (
        <Typography variant="body2" sx={{ mt: 0.75 }}>
          {t('override.score', {
            score: reading.score_floor,
            smart_count: standing.length,
            name: names,
            machine: reading.machine.score_floor,
            band: t(`band.${reading.machine.band}`),
          })}
        </Typography>
      )}
      {waiting.length > 0 && (
        <Typography variant="body2" sx={{ mt: 0.5 }}>
          {t('override.waiting', { smart_count: waiting.length })}
        </Typography>
      )}
    </>
  );
}
