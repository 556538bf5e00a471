import Box from '@mui/material/Box';
import { useMemo } from 'react';
import { number } from '../../../shared/format.ts';
import { useSpeech } from '../../../shared/text.tsx';
import { Section } from '../Section.tsx';
import { useDesk } from '../state/desk-context.ts';
import { marksIn } from '../state/findings.ts';
import { CaseStudies } from './CaseStudies.tsx';
import { findingTones } from './finding-tone.ts';
import { Highlighted } from './Highlighted.tsx';
import { Offer } from './Offer.tsx';
import { Organisation } from './Organisation.tsx';
import { References } from './References.tsx';
import { Sourcing } from './Sourcing.tsx';

/** Left of the desk: everything that was submitted, word for word. */
export function Submitted() {
  const { t, locale } = useSpeech();
  const { dossier, finding, pick } = useDesk();
  const { reading } = dossier;
  const marks = useMemo(() => marksIn({ kind: 'statement' }, reading), [reading]);
  const tones = useMemo(() => findingTones(reading), [reading]);
  const text = dossier.statement_text;
  return (
    <Box>
      <Offer />
      <Section title={t('desk.statement')} aside={t('desk.characters', { n: number(text.length, locale) })}>
        <Highlighted text={text} marks={marks} finding={finding} onPick={pick} tones={tones} />
      </Section>
      <Sourcing tones={tones} />
      <CaseStudies />
      <References />
      <Organisation />
    </Box>
  );
}
