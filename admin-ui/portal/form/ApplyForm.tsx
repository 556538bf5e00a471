import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Drawer from '@mui/material/Drawer';
import LinearProgress from '@mui/material/LinearProgress';
import { useEffect, useState } from 'react';
import { post } from '../../shared/api.ts';
import { useSpeech } from '../../shared/text.tsx';
import { makeDraft } from '../draft/draft.ts';
import { DraftProvider } from '../draft/hooks.tsx';
import { SaveNote } from '../draft/SaveNote.tsx';
import { StaleDialog } from '../draft/StaleDialog.tsx';
import { same } from '../draft/same.ts';
import { Withdraw } from '../status/Withdraw.tsx';
import { withEntries } from '../steps/entries.ts';
import { FilesProvider } from '../steps/files.tsx';
import type { PortalApplication, Saved } from '../wire.ts';
import { Bar, barNote } from './Bar.tsx';
import { ClosedNotice } from './ClosedNotice.tsx';
import { StepBody } from './StepBody.tsx';
import { StepHead } from './StepHead.tsx';
import { StepNav } from './StepNav.tsx';
import { steps } from './steps.ts';
import { useArrival, useSteps } from './useSteps.ts';
import { WayBack } from './WayBack.tsx';

interface Props {
  application: PortalApplication;
  /** Asks the server for the present state, after sending or when this page's is no longer the true one. */
  onChanged: () => void;
}

/** The application form in steps, saved as it is typed. */
export default function ApplyForm({ application, onChanged }: Props) {
  // Made once: a refetch of the page must never take words away from somebody typing.
  const [draft] = useState(() => makeForm(application));
  useEffect(() => () => draft.stop(), [draft]);
  return (
    <DraftProvider draft={draft}>
      <FilesProvider files={application.files}>
        <Steps onChanged={onChanged} />
      </FilesProvider>
      <StaleDialog />
    </DraftProvider>
  );
}

/** A new document gets its first entries at once, so that everything missing in them is named. */
function makeForm(application: PortalApplication) {
  const draft = makeDraft(application, (input) => post<Saved>('/api/portal/application/save', input));
  const { document, state } = draft.view();
  const full = withEntries(document);
  if (state === 'saved' && !same(full, document)) {
    draft.change('case_studies', full.case_studies);
    draft.change('references', full.references);
  }
  return draft;
}

function Steps({ onChanged }: { onChanged: () => void }) {
  const { t } = useSpeech();
  const { step, entry, before, after, position, show, jump } = useSteps();
  const [menu, setMenu] = useState(false);
  useArrival(step, entry);
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '230px minmax(0, 1fr)' },
        gap: { md: 5 },
      }}
    >
      <Box sx={{ display: { xs: 'none', md: 'block' }, position: 'sticky', top: 76, alignSelf: 'start' }}>
        <StepNav step={step} onStep={(next) => show(next)} />
      </Box>
      <Box sx={{ minWidth: 0, pb: 4 }}>
        <LinearProgress
          variant="determinate"
          value={(position / steps.length) * 100}
          aria-label={t('portal.progress')}
          className="no-print"
          sx={{ display: { md: 'none' }, mb: 2, borderRadius: 1 }}
        />
        <StepHead step={step}>{step === 'firm' && <WayBack />}</StepHead>
        <ClosedNotice onReload={onChanged} />
        <StepBody
          step={step}
          entry={entry}
          onEntry={(n) => show('cases', n)}
          onJump={jump}
          onSent={onChanged}
        />
        {(step === 'firm' || step === 'check') && (
          <Box className="no-print" sx={{ mt: 5 }}>
            <Withdraw draft onChanged={onChanged} />
          </Box>
        )}
      </Box>
      <Bar>
        <Button onClick={() => setMenu(true)} sx={{ display: { md: 'none' }, minWidth: 0 }} variant="text">
          {t('portal.all_steps')}
        </Button>
        <Box sx={barNote}>
          <SaveNote />
        </Box>
        <Box sx={{ flex: 1, display: { sm: 'none' } }} />
        {before && (
          <Button variant="outlined" onClick={() => show(before)}>
            {t('common.back')}
          </Button>
        )}
        {after && (
          <Button variant="contained" onClick={() => show(after)}>
            {t('portal.next')}
          </Button>
        )}
      </Bar>
      <Drawer anchor="bottom" open={menu} onClose={() => setMenu(false)}>
        <Box sx={{ p: 2, bgcolor: 'background.default' }}>
          <StepNav
            step={step}
            onStep={(next) => {
              setMenu(false);
              show(next);
            }}
          />
        </Box>
      </Drawer>
    </Box>
  );
}
