import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { post } from '../../shared/api.ts';
import { CaseNumber } from '../../shared/components/CaseNumber.tsx';
import { date } from '../../shared/format.ts';
import { useSpeech } from '../../shared/text.tsx';
import { makeDraft } from '../draft/draft.ts';
import { DraftProvider } from '../draft/hooks.tsx';
import { StaleDialog } from '../draft/StaleDialog.tsx';
import { ClosedNotice } from '../form/ClosedNotice.tsx';
import { useLive } from '../status/live.ts';
import { Withdraw } from '../status/Withdraw.tsx';
import { FilesProvider } from '../steps/files.tsx';
import type { PortalApplication, Saved } from '../wire.ts';
import { FixItem } from './FixItem.tsx';
import { SendAnswers } from './SendAnswers.tsx';

interface Props {
  application: PortalApplication;
  onChanged: () => void;
}

/** Only what was asked, the reviewer's words beside each item, the old answer in sight. */
export default function Fix({ application, onChanged }: Props) {
  const { t, locale } = useSpeech();
  const [draft] = useState(() =>
    makeDraft(application, (input) => post<Saved>('/api/portal/application/save', input)),
  );
  useEffect(() => () => draft.stop(), [draft]);
  useLive(onChanged);
  const open = application.requests.filter((one) => one.state === 'open');
  const before = application.submitted_form ?? application.document;
  return (
    <DraftProvider draft={draft}>
      <FilesProvider files={application.files}>
        <Box sx={{ maxWidth: 820, mx: 'auto', pb: 3 }}>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, color: 'text.secondary', mb: 0.5 }}>
            <Typography variant="body2">{t('portal.status.number')}</Typography>
            <CaseNumber value={application.case_number} large />
          </Box>
          <Typography variant="h1" sx={{ mb: 1 }}>
            {t('portal.fix.title', { smart_count: open.length, n: open.length })}
          </Typography>
          <Typography sx={{ mb: 1 }}>{t('portal.fix.text')}</Typography>
          {application.due_at && (
            <Typography sx={{ mb: 3, fontWeight: 650 }}>
              {t('portal.fix.until', { date: date(application.due_at, locale) })}
            </Typography>
          )}
          <ClosedNotice onReload={onChanged} />
          {open.map((request) => (
            <FixItem key={request.id} request={request} before={before} />
          ))}
          <Withdraw onChanged={onChanged} />
        </Box>
        <SendAnswers requests={open} before={before} onSent={onChanged} />
      </FilesProvider>
      <StaleDialog />
    </DraftProvider>
  );
}
