import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../../../shared/api.ts';
import { LoadingLines, ProblemNotice } from '../../../shared/components/states.tsx';
import { When } from '../../../shared/components/When.tsx';
import { useSpeech } from '../../../shared/text.tsx';
import { VerdictChip } from '../../lists/tones.tsx';
import { Section } from '../Section.tsx';
import { useDesk } from '../state/desk-context.ts';
import { SheetForm } from './SheetForm.tsx';
import type { SheetAsked } from './sheet-draft.ts';

/** What somebody filled in, line by line, for the second person to compare with the text. */
function Filled({ filled }: { filled: NonNullable<SheetAsked['filled']> }) {
  const { t } = useSpeech();
  const lines = [
    ...Object.entries(filled.flags).map(([id, { quote }]) => ({ name: `flag.${id}`, verdict: null, quote })),
    ...Object.entries(filled.verdicts).map(([id, one]) => ({ name: `criterion.${id}`, ...one })),
  ];
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
      {lines.map(({ name, verdict, quote }) => (
        <li key={name}>
          {verdict && <VerdictChip verdict={verdict} />} {t(`finding.${name}`)}
          {quote && (
            <Typography
              variant="body2"
              color="textSecondary"
              sx={{ pl: 1, borderLeft: 2, borderColor: 'divider' }}
            >
              “{quote}”
            </Typography>
          )}
        </li>
      ))}
    </Box>
  );
}

function Answer() {
  const { t } = useSpeech();
  const { run, running } = useDesk();
  const [reason, setReason] = useState('');
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center', mt: 2 }}>
      <Button
        variant="contained"
        loading={running === 'confirm_sheet'}
        onClick={() => run('confirm_sheet', { agree: true })}
      >
        {t('sheet.confirm')}
      </Button>
      <TextField
        label={t('override.why_not')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button
        color="inherit"
        disabled={reason.trim() === '' || running !== null}
        onClick={() => run('confirm_sheet', { agree: false, reason: reason.trim() })}
      >
        {t('sheet.return')}
      </Button>
    </Box>
  );
}

/** Where no machine reads the statement: the sheet one person fills and another confirms (M18). */
export function Sheet() {
  const { t } = useSpeech();
  const { dossier, command } = useDesk();
  const unread = dossier.reading.state === 'not_read';
  const { data, error, refetch } = useQuery({
    queryKey: ['dossier', dossier.id, 'sheet', dossier.version],
    queryFn: ({ signal }) => get<SheetAsked>(`/api/applications/${dossier.id}/sheet`, signal),
    enabled: unread,
  });
  if (!unread) return null;
  if (error) return <ProblemNotice error={error} onRetry={() => refetch()} />;
  if (!data) return <LoadingLines lines={6} />;
  const { filled } = data;
  const waits = filled?.state === 'awaiting_second';
  return (
    <Section title={t('sheet.title')}>
      {filled?.state === 'returned' && (
        <Alert severity="warning" variant="outlined" sx={{ mb: 2 }}>
          {t('sheet.returned', { reason: filled.reason ?? '' })}
        </Alert>
      )}
      {waits && (
        <Box sx={{ mb: 2 }}>
          <Typography variant="body2" sx={{ mb: 1 }}>
            {t('sheet.filled_by', { name: filled.by.name })} <When at={filled.at} />
          </Typography>
          <Filled filled={filled} />
          {command('confirm_sheet')?.allowed && <Answer />}
        </Box>
      )}
      {command('fill_sheet')?.allowed && !waits && <SheetForm key={dossier.revision} asked={data} />}
      {!command('fill_sheet')?.allowed && !waits && (
        <Typography variant="body2" color="textSecondary">
          {t('sheet.claim_first')}
        </Typography>
      )}
    </Section>
  );
}
