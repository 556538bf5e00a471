import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { When } from '../../../shared/components/When.tsx';
import { useSpeech } from '../../../shared/text.tsx';
import { useDesk } from '../state/desk-context.ts';
import { overrideOf } from '../state/findings.ts';
import { JudgeOtherwise } from './JudgeOtherwise.tsx';
import { SignOverride } from './SignOverride.tsx';

/** What people judge of one finding beside the machine, and the way to judge it. */
export function Judgement({ finding, verdict }: { finding: string; verdict: string }) {
  const { t } = useSpeech();
  const { dossier, command } = useDesk();
  const [judging, setJudging] = useState(false);
  const override = overrideOf(dossier.reading, finding);
  const allowed = command('override')?.allowed === true;
  const word = (name: string) => t(`judged.${name}`);
  return (
    <Box sx={{ mt: 1 }}>
      {override && (
        <Box sx={{ borderLeft: 3, borderColor: 'info.main', pl: 1, mb: 1 }}>
          <Typography variant="body2">
            {t(override.state === 'refused' ? 'override.refused' : 'override.says', {
              name: override.by.name,
              judged: word(override.judged),
              machine: word(override.machine),
            })}{' '}
            <When at={override.at} />
          </Typography>
          <Typography variant="body2" color="textSecondary">
            “{override.reason}”
          </Typography>
          {override.state === 'awaiting_co_signature' && (
            <Typography variant="caption" component="p">
              {t('override.waits')}
            </Typography>
          )}
          {override.state === 'standing' && override.co_signed_by && (
            <Typography variant="caption" component="p">
              {t('override.signed', { name: override.co_signed_by.name })}
            </Typography>
          )}
          {override.state === 'awaiting_co_signature' && <SignOverride override={override} />}
        </Box>
      )}
      {allowed && !judging && (
        <Button size="small" color="inherit" onClick={() => setJudging(true)}>
          {t('override.open')}
        </Button>
      )}
      {allowed && judging && (
        <JudgeOtherwise
          finding={finding}
          verdict={override?.state === 'awaiting_co_signature' ? override.judged : verdict}
          onDone={() => setJudging(false)}
        />
      )}
    </Box>
  );
}
