import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useEffect, useState } from 'react';
import { problemText } from '../../shared/problem-text.ts';
import { useSpeech } from '../../shared/text.tsx';
import type { Dossier } from '../api/types.ts';
import { useShortcuts } from '../keys/useShortcuts.ts';
import { usePageTitle } from '../shell/useTitle.ts';
import { DeskHeader } from './DeskHeader.tsx';
import { ComposerPane } from './decision/ComposerPane.tsx';
import { DecisionBar } from './decision/DecisionBar.tsx';
import { Found } from './found/Found.tsx';
import { Changes } from './resubmission/Changes.tsx';
import { type Desk, DeskContext } from './state/desk-context.ts';
import { useDeskState } from './state/useDeskState.ts';
import { Submitted } from './submitted/Submitted.tsx';

type Side = 'changes' | 'submitted' | 'found';

function Left({
  side,
  setSide,
  hasChanges,
}: {
  side: Side;
  setSide: (side: Side) => void;
  hasChanges: boolean;
}) {
  const { t } = useSpeech();
  const shown = side === 'changes' ? 'changes' : 'submitted';
  return (
    <>
      {hasChanges && (
        <Tabs
          value={shown}
          onChange={(_event, next: Side) => setSide(next)}
          aria-label={t('desk.submitted')}
          sx={{ minHeight: 36, mb: 1.5, '& .MuiTab-root': { minHeight: 36, py: 0.5 } }}
        >
          <Tab value="changes" label={t('desk.changes')} />
          <Tab value="submitted" label={t('desk.everything')} />
        </Tabs>
      )}
      {shown === 'changes' ? (
        <Changes />
      ) : (
        <Card sx={{ p: { xs: 1.5, md: 2 }, pb: 0 }}>
          <Submitted />
        </Card>
      )}
    </>
  );
}

const scroll = {
  overflowY: { lg: 'auto' },
  minHeight: 0,
  pr: { lg: 1.5 },
  '@media print': { overflow: 'visible' },
} as const;

function Body({ desk, hasChanges }: { desk: Desk; hasChanges: boolean }) {
  const { t } = useSpeech();
  const wide = useMediaQuery('(min-width:1200px)', { noSsr: true });
  const [side, setSide] = useState<Side>(hasChanges ? 'changes' : 'submitted');
  const { finding } = desk;
  useEffect(() => {
    // On a narrow screen a picked stretch leads to its finding.
    if (finding && !wide) setSide('found');
  }, [finding, wide]);
  const right = desk.composer ? <ComposerPane /> : <Found />;
  if (wide)
    return (
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: 'minmax(0, 11fr) minmax(0, 10fr)',
          gap: 3,
          flexGrow: 1,
          minHeight: 0,
        }}
      >
        <Box sx={scroll}>
          <Left side={side} setSide={setSide} hasChanges={hasChanges} />
        </Box>
        <Box sx={scroll}>{right}</Box>
      </Box>
    );
  const shown = desk.composer ? 'found' : side;
  return (
    <Box sx={{ flexGrow: 1 }}>
      <Tabs
        value={shown}
        onChange={(_event, next: Side) => {
          desk.compose(null);
          setSide(next);
        }}
        variant="fullWidth"
        aria-label={t('desk.parts')}
        sx={{ mb: 1.5, position: 'sticky', top: 48, zIndex: 2, backgroundColor: 'background.default' }}
      >
        {hasChanges && <Tab value="changes" label={t('desk.changes')} />}
        <Tab value="submitted" label={t('desk.submitted')} />
        <Tab value="found" label={t('desk.found')} />
      </Tabs>
      {shown === 'found' ? right : shown === 'changes' ? <Changes /> : <Submitted />}
    </Box>
  );
}

/** Left what was submitted, right what was found, below what can be decided; the bar never scrolls away. */
export function DeskPage({ dossier, stale }: { dossier: Dossier; stale: unknown }) {
  const { t } = useSpeech();
  const { desk, outcome, step } = useDeskState(dossier);
  usePageTitle(`${dossier.trading_name} ${dossier.case_number}`);
  const open = (composer: 'approve' | 'reject' | 'request_changes') =>
    desk.command(composer)?.allowed ? () => desk.compose(composer) : undefined;
  useShortcuts({
    down: () => step(1),
    up: () => step(-1),
    claim: desk.command('claim')?.allowed ? () => desk.run('claim') : undefined,
    approve: open('approve'),
    reject: open('reject'),
    request_changes: open('request_changes'),
    undo: desk.command('undo')?.allowed ? () => desk.run('undo', {}) : undefined,
  });
  const answered = dossier.requests.some((one) => ['answered', 'accepted'].includes(one.state));
  const hasChanges = dossier.revision > 1 && dossier.previous_form !== null && answered;
  return (
    <DeskContext.Provider value={desk}>
      <Box
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.defaultPrevented) return;
          if (desk.composer) desk.compose(null);
          else desk.pick(null);
        }}
        sx={{
          display: 'flex',
          flexDirection: 'column',
          height: { lg: 'calc(100vh - 48px - 16px)' },
          '@media print': { height: 'auto', display: 'block' },
        }}
      >
        <DeskHeader />
        {Boolean(stale) && (
          <Alert severity="warning" variant="outlined" sx={{ mb: 1 }}>
            {problemText(t, stale)}
          </Alert>
        )}
        <Body key={`${dossier.id}-${dossier.revision}`} desk={desk} hasChanges={hasChanges} />
        <DecisionBar outcome={outcome} />
      </Box>
    </DeskContext.Provider>
  );
}
