import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useState } from 'react';
import { useSpeech } from '../../../shared/text.tsx';
import { useDesk } from '../state/desk-context.ts';
import { Claims } from './Claims.tsx';
import { Criteria } from './Criteria.tsx';
import { Flags } from './Flags.tsx';
import { History } from './History.tsx';
import { Matches } from './Matches.tsx';
import { Missing } from './Missing.tsx';
import { Notes } from './Notes.tsx';
import { ScoreCard } from './ScoreCard.tsx';
import { Sheet } from './Sheet.tsx';
import { usePrinting } from './usePrinting.ts';

const names = ['statement', 'claims', 'others', 'history', 'notes'] as const;
type Name = (typeof names)[number];

/** Right of the desk: what the desk found. */
export function Found() {
  const { t } = useSpeech();
  const { dossier } = useDesk();
  const [at, setAt] = useState<Name>('statement');
  // On paper there is nothing to switch: everything that was found stands there.
  const printing = usePrinting();
  const on = (name: Name) => printing || at === name;
  const counts: Record<Name, number> = {
    statement: dossier.reading.red_flags.length,
    claims: dossier.claims.filter((claim) => !['plausible', 'no_norm'].includes(claim.worst_verdict)).length,
    others: dossier.matches.length + dossier.missing.length,
    history: 0,
    notes: dossier.notes.length,
  };
  return (
    <Box>
      <Tabs
        value={at}
        onChange={(_event, next: Name) => setAt(next)}
        variant="scrollable"
        scrollButtons={false}
        aria-label={t('desk.found')}
        className="no-print"
        sx={{
          minHeight: 36,
          mb: 1.5,
          borderBottom: 1,
          borderColor: 'divider',
          '& .MuiTab-root': { minHeight: 36, minWidth: 0, px: 1.25, py: 0.5 },
        }}
      >
        {names.map((name) => (
          <Tab
            key={name}
            value={name}
            id={`found-tab-${name}`}
            aria-controls={`found-${name}`}
            label={counts[name] > 0 ? `${t(`desk.tab.${name}`)} (${counts[name]})` : t(`desk.tab.${name}`)}
          />
        ))}
      </Tabs>
      <Box role="tabpanel" id={`found-${at}`} aria-labelledby={`found-tab-${at}`}>
        {on('statement') && (
          <>
            <ScoreCard />
            <Sheet />
            <Flags />
            <Criteria />
          </>
        )}
        {on('claims') && <Claims />}
        {on('others') && (
          <>
            <Matches />
            <Missing />
          </>
        )}
        {on('history') && <History />}
        {on('notes') && <Notes />}
      </Box>
    </Box>
  );
}
