import Box from '@mui/material/Box';
import { useNow } from '../../../shared/clock.ts';
import { countdown, exact } from '../../../shared/format.ts';
import { useSpeech } from '../../../shared/text.tsx';
import { tabular } from '../../../shared/theme.ts';
import { useDesk } from '../state/desk-context.ts';

/** Counts to the moment a decision becomes final and its letter leaves. */
export function Countdown() {
  const { t, locale } = useSpeech();
  const { decision } = useDesk().dossier;
  const now = useNow(1_000);
  if (decision?.state !== 'scheduled' || !decision.final_at) return null;
  const left = new Date(decision.final_at).getTime() - now;
  return (
    <Box
      component="span"
      role="timer"
      title={exact(decision.final_at, locale)}
      sx={(theme) => ({
        ...tabular,
        px: 1,
        py: 0.5,
        borderRadius: 1,
        fontSize: '0.84rem',
        fontWeight: 650,
        color: theme.palette.tone.info.fg,
        backgroundColor: theme.palette.tone.info.bg,
      })}
    >
      {left > 0 ? t(`desk.final_in.${decision.kind}`, { left: countdown(left) }) : t('desk.becoming_final')}
    </Box>
  );
}
