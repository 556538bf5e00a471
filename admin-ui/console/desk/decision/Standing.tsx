import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { When } from '../../../shared/components/When.tsx';
import { useSpeech } from '../../../shared/text.tsx';
import { useDesk } from '../state/desk-context.ts';
import { reasonText } from './reason-text.ts';

/** The decision that stands or waits for its second person, with what it rests on and its letter. */
export function Standing() {
  const { t } = useSpeech();
  const { dossier, command } = useDesk();
  const { decision } = dossier;
  if (!decision || ['undone', 'declined'].includes(decision.state)) return null;
  const waits = decision.state === 'awaiting_second';
  return (
    <Box sx={{ mb: 0.75, fontSize: '0.84rem' }}>
      <Typography variant="body2" component="p">
        <strong>{t(`desk.standing.${decision.kind}`, { name: decision.decided_by.name })}</strong>{' '}
        <When at={decision.decided_at} />
        {decision.second_by ? ` · ${t('desk.seconded', { name: decision.second_by.name })}` : ''}
        {waits
          ? ` · ${t('desk.needs_second')}: ${decision.second_reasons.map((one) => t(`second_reason.${one}`, { _: one })).join(', ')}`
          : ''}
      </Typography>
      {decision.reasons.length > 0 && (
        <Typography variant="caption" color="textSecondary" component="p">
          {decision.reasons.map((reason) => reasonText(t, reason)).join(' · ')}
        </Typography>
      )}
      <Box
        component="details"
        open={command('second')?.allowed === true}
        sx={{ '& summary': { cursor: 'pointer', color: 'text.secondary' } }}
      >
        <summary>{t('desk.letter.show')}</summary>
        <Box
          sx={{
            maxHeight: 150,
            overflowY: 'auto',
            whiteSpace: 'pre-wrap',
            p: 1,
            backgroundColor: 'background.default',
          }}
        >
          <strong>{decision.letter.subject}</strong>
          {'\n\n'}
          {decision.letter.body}
        </Box>
      </Box>
    </Box>
  );
}
