import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useSpeech } from '../../../shared/text.tsx';
import { useMay } from '../../providers/session.ts';
import { useStartNext } from '../../queue/useStartNext.ts';
import { useDesk } from '../state/desk-context.ts';
import type { Outcome } from '../state/useRun.ts';
import { Blockers } from './Blockers.tsx';
import { type BarCommand, barCommands, composers, has, isQuiet, withReason } from './bar-commands.ts';
import { Countdown } from './Countdown.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import { Refusal } from './Refusal.tsx';
import { Standing } from './Standing.tsx';

const keyOfCommand: Partial<Record<BarCommand, string>> = {
  claim: 'c',
  approve: 'a',
  reject: 'r',
  request_changes: 'e',
  undo: 'u',
};

function Next({ outcome }: { outcome: Outcome | null }) {
  const { t } = useSpeech();
  const { dossier } = useDesk();
  const next = useStartNext();
  if (!next.allowed || dossier.item?.state === 'claimed') return null;
  return (
    <Button
      variant={outcome ? 'contained' : 'text'}
      loading={next.isPending}
      onClick={() => next.run()}
      aria-keyshortcuts="n"
    >
      {t('desk.next')}
    </Button>
  );
}

/** Exactly what the server permits now; what it does not permit yet says what it waits for. */
export function DecisionBar({ outcome }: { outcome: Outcome | null }) {
  const { t } = useSpeech();
  const { dossier, run, running, compose, composer } = useDesk();
  const may = useMay();
  const [asking, setAsking] = useState<BarCommand | null>(null);
  const commands = barCommands(dossier.commands);
  const act = (command: BarCommand) => {
    if (has(composers, command)) compose(command);
    else if (has(withReason, command)) setAsking(command);
    else run(command, command === 'second' ? { agree: true } : {});
  };
  return (
    <Box
      component="section"
      aria-label={t('desk.decision')}
      className="no-print"
      sx={(theme) => ({
        position: 'sticky',
        bottom: 0,
        zIndex: 3,
        mt: 1,
        mx: { xs: -1.5, md: -2.5 },
        mb: -2,
        px: { xs: 1.5, md: 2.5 },
        py: 1,
        borderTop: `1px solid ${theme.palette.divider}`,
        backgroundColor: theme.palette.background.paper,
      })}
    >
      <Standing />
      <Refusal />
      <Blockers commands={commands} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Countdown />
        {commands.map(({ command, allowed }) => (
          <Button
            key={command}
            variant={
              isQuiet(command)
                ? 'text'
                : command === 'approve' || command === 'claim'
                  ? 'contained'
                  : 'outlined'
            }
            color={command === 'reject' ? 'error' : isQuiet(command) ? 'inherit' : 'primary'}
            disabled={!allowed || running !== null}
            loading={running === command}
            onClick={() => act(command)}
            aria-pressed={has(composers, command) ? composer === command : undefined}
            aria-keyshortcuts={keyOfCommand[command]}
          >
            {t(`command.${command}`)}
          </Button>
        ))}
        {commands.length === 0 && (
          <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.84rem' }}>
            {t(may('applications.decide') ? 'desk.nothing_to_do' : 'desk.read_only')}
          </Box>
        )}
        <Box sx={{ ml: 'auto' }}>
          <Next outcome={outcome} />
        </Box>
      </Box>
      {asking && <ReasonDialog command={asking} onClose={() => setAsking(null)} />}
    </Box>
  );
}
