import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { CaseNumber } from '../../shared/components/CaseNumber.tsx';
import { When } from '../../shared/components/When.tsx';
import { date } from '../../shared/format.ts';
import { useSpeech } from '../../shared/text.tsx';
import type { PortalApplication } from '../wire.ts';
import { AskedStates } from './AskedStates.tsx';
import { DecisionLetter } from './DecisionLetter.tsx';
import { Expected } from './Expected.tsx';
import { useLive } from './live.ts';
import { Timeline } from './Timeline.tsx';
import { Withdraw } from './Withdraw.tsx';

interface Props {
  application: PortalApplication;
  onChanged: () => void;
}

const withdrawable = ['draft', 'submitted', 'in_review', 'changes_requested'];

/** Where the application stands, who waits for whom, and until when. */
export default function Status({ application, onChanged }: Props) {
  const { t, locale } = useSpeech();
  const { state, waiting_for, due_at, decision } = application;
  useLive(onChanged);
  const unsent = state === 'withdrawn' && application.revision === 0;
  const due = due_at ? date(due_at, locale) : null;
  return (
    <Box sx={{ maxWidth: 720, mx: 'auto', pb: 5 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, color: 'text.secondary', mb: 0.5 }}>
        <Typography variant="body2">{t('portal.status.number')}</Typography>
        <CaseNumber value={application.case_number} large />
      </Box>
      <div aria-live="polite">
        <Typography variant="h1" sx={{ mb: 1 }}>
          {t(`portal.status.${state}.title`)}
        </Typography>
        <Typography sx={{ mb: 2.5, maxWidth: 620 }}>
          {t(`portal.status.${unsent ? 'draft_withdrawn' : state}.text`)}
        </Typography>
        <Alert
          severity={waiting_for === 'you' ? 'warning' : 'info'}
          icon={false}
          variant="outlined"
          sx={{ mb: 3 }}
        >
          <Typography sx={{ fontWeight: 650 }}>{t(`portal.waiting.${waiting_for}`)}</Typography>
          {due && (
            <Typography variant="body2">
              {t('portal.status.until', { date: due })} {'('}
              <When at={due_at} />
              {')'}
            </Typography>
          )}
          <Expected expected={application.expected} />
          {waiting_for === 'us' && <Typography variant="body2">{t('portal.status.mail')}</Typography>}
          {state === 'draft' && <Typography variant="body2">{t('portal.status.draft_link')}</Typography>}
          {state === 'changes_requested' && (
            <Typography variant="body2">{t('portal.status.changes_link')}</Typography>
          )}
        </Alert>
      </div>
      {decision && <DecisionLetter decision={decision} />}
      {application.requests.length > 0 && !decision && <AskedStates application={application} />}
      <Timeline steps={application.timeline} waitingFor={waiting_for} />
      <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 4 }}>
        <Button variant="outlined" onClick={() => window.print()}>
          {t('portal.status.print')}
        </Button>
        {withdrawable.includes(state) && <Withdraw onChanged={onChanged} draft={state === 'draft'} />}
      </Box>
    </Box>
  );
}
