import Box from '@mui/material/Box';
import { useSpeech } from '../../../shared/text.tsx';
import type { CommandState } from '../../api/types.ts';
import { useDesk } from '../state/desk-context.ts';
import { isExplained } from './bar-commands.ts';
import { blockerText } from './blocker-text.ts';

/** What each command that is not offered yet waits for. Commands that wait for the same thing share a line. */
export function Blockers({ commands }: { commands: readonly CommandState[] }) {
  const { t } = useSpeech();
  const { dossier } = useDesk();
  const lines = new Map<string, string[]>();
  for (const { command, allowed, blocked_by } of commands) {
    if (allowed || !isExplained(command)) continue;
    for (const blocker of blocked_by) {
      const words = blockerText(t, blocker, dossier);
      lines.set(words, [...(lines.get(words) ?? []), t(`command.${command}`)]);
    }
  }
  if (lines.size === 0) return null;
  return (
    <Box
      component="ul"
      aria-label={t('desk.waits_for')}
      sx={{
        m: 0,
        mb: 0.75,
        p: 0,
        listStyle: 'none',
        fontSize: '0.8rem',
        color: 'text.secondary',
        maxHeight: 72,
        overflowY: 'auto',
      }}
    >
      {[...lines].map(([words, names]) => (
        <li key={words}>
          <Box component="span" sx={{ fontWeight: 600 }}>
            {names.join(', ')}:
          </Box>{' '}
          {words}
        </li>
      ))}
    </Box>
  );
}
