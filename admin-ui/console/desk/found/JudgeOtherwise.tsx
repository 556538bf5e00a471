import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useSpeech } from '../../../shared/text.tsx';
import { useDesk } from '../state/desk-context.ts';

const verdicts = ['met', 'partial', 'missing', 'contradicted'];

interface Props {
  finding: string;
  /** What counts now, or waits to count: anything else can be chosen, the machine's too, which takes a judgement back. */
  verdict: string;
  onDone: () => void;
}

/** Another verdict for a finding, in place, with the reason. */
export function JudgeOtherwise({ finding, verdict, onDone }: Props) {
  const { t } = useSpeech();
  const { run, running } = useDesk();
  const isFlag = finding.startsWith('flag:');
  const choices = (isFlag ? ['lifted', 'raised'] : verdicts).filter((one) => one !== verdict);
  const [judged, setJudged] = useState(choices.length === 1 ? (choices[0] ?? '') : '');
  const [reason, setReason] = useState('');
  return (
    <Box
      component="form"
      sx={{ display: 'grid', gap: 1 }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone();
      }}
      onSubmit={async (event) => {
        event.preventDefault();
        if (await run('override', { finding, judged, reason: reason.trim() })) onDone();
      }}
    >
      <TextField
        select
        label={t('override.verdict')}
        value={judged}
        onChange={(event) => setJudged(event.target.value)}
        sx={{ maxWidth: 260 }}
        autoFocus
      >
        {choices.map((one) => (
          <MenuItem key={one} value={one}>
            {t(`judged.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        multiline
        required
        label={t('override.reason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button
          type="submit"
          variant="outlined"
          disabled={judged === '' || reason.trim() === ''}
          loading={running === 'override'}
        >
          {t('override.send')}
        </Button>
        <Button color="inherit" onClick={onDone}>
          {t('common.cancel')}
        </Button>
      </Box>
    </Box>
  );
}
