import Box from '@mui/material/Box';
import { clock } from '../../shared/format.ts';
import { useSpeech } from '../../shared/text.tsx';
import type { ToneName } from '../../shared/theme.ts';
import { useView } from './hooks.tsx';
import type { SaveState } from './view.ts';

const tones: Record<SaveState, ToneName> = {
  saved: 'good',
  typing: 'neutral',
  saving: 'neutral',
  waiting: 'caution',
  refused: 'bad',
  stale: 'caution',
  closed: 'bad',
};
const marks: Record<SaveState, string> = {
  saved: '✓',
  typing: '…',
  saving: '…',
  waiting: '!',
  refused: '!',
  stale: '!',
  closed: '!',
};

/** Whether what was typed is safe, in a few words that are also read out when they change for the worse. */
export function SaveNote() {
  const { t, locale } = useSpeech();
  const state = useView((view) => view.state);
  const savedAt = useView((view) => view.savedAt);
  const text =
    state === 'saved' && savedAt
      ? t('portal.save.saved_at', { time: clock(savedAt, locale) })
      : t(`portal.save.${state}`);
  const calm = state === 'saved' || state === 'typing' || state === 'saving';
  return (
    <Box
      role={calm ? undefined : 'status'}
      data-save={state}
      sx={(theme) => ({
        display: 'flex',
        gap: 0.75,
        alignItems: 'baseline',
        fontSize: '0.82rem',
        lineHeight: 1.3,
        color: calm ? 'text.secondary' : theme.palette.tone[tones[state]].fg,
        fontWeight: calm ? 400 : 650,
      })}
    >
      <span aria-hidden>{marks[state]}</span>
      <span>{text}</span>
    </Box>
  );
}
