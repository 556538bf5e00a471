import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { ProblemNotice } from '../../../shared/components/states.tsx';
import { useSpeech } from '../../../shared/text.tsx';
import type { Letter } from '../../api/types.ts';
import { useLetter } from './useLetter.ts';

/** The letter as it will leave, read only. */
export function LetterPreview({ input }: { input: Record<string, unknown> & { kind: string } }) {
  const { t } = useSpeech();
  const [letter, setLetter] = useState<Letter | null>(null);
  const { error, refill } = useLetter(input, true, setLetter);
  if (error) return <ProblemNotice error={error} onRetry={refill} />;
  if (!letter) return null;
  return (
    <Box sx={{ p: 1.5, borderRadius: 1, backgroundColor: 'sunken', border: 1, borderColor: 'divider' }}>
      <Typography variant="caption" color="textSecondary">
        {t('desk.letter.title')}
      </Typography>
      <Typography variant="subtitle2">{letter.subject}</Typography>
      <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap' }}>
        {letter.body}
      </Typography>
    </Box>
  );
}
