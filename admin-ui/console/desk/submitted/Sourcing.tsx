import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { useSpeech } from '../../../shared/text.tsx';
import type { ToneName } from '../../../shared/theme.ts';
import type { Reading } from '../../api/types.ts';
import { Section } from '../Section.tsx';
import { useDesk } from '../state/desk-context.ts';
import { marksIn } from '../state/findings.ts';
import { Highlighted } from './Highlighted.tsx';

type Tones = Readonly<Record<string, ToneName>>;

interface AnswerProps {
  part: { key: string; start: number; end: number };
  text: string;
  reading: Reading;
  tones: Tones;
}

function Answer({ part, text, reading, tones }: AnswerProps) {
  const { t } = useSpeech();
  const { finding, pick } = useDesk();
  const marks = useMemo(() => marksIn({ kind: 'sourcing', ...part }, reading), [part, reading]);
  return (
    <Box sx={{ mb: 1.5 }}>
      <Typography variant="subtitle2" component="h3" color="textSecondary">
        {t(`sourcing.${part.key}`)}
      </Typography>
      <Highlighted text={text} marks={marks} finding={finding} onPick={pick} tones={tones} />
    </Box>
  );
}

/** The sourcing questions (M28) with the answers as they were given. */
export function Sourcing({ tones }: { tones: Tones }) {
  const { t } = useSpeech();
  const { dossier } = useDesk();
  const answers: Record<string, string> = dossier.form.sourcing;
  const parts = dossier.sourcing_map;
  const known = parts.length > 0 ? parts : Object.keys(answers).map((key) => ({ key, start: 0, end: 0 }));
  return (
    <Section title={t('desk.sourcing')}>
      {known.map((part) => (
        <Answer
          key={part.key}
          part={part}
          text={answers[part.key] ?? ''}
          reading={dossier.reading}
          tones={tones}
        />
      ))}
    </Section>
  );
}
