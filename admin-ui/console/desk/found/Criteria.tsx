import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useSpeech } from '../../../shared/text.tsx';
import type { Criterion } from '../../api/types.ts';
import { VerdictChip } from '../../lists/tones.tsx';
import { Section } from '../Section.tsx';
import { useDesk } from '../state/desk-context.ts';
import { byArea, criterionName, isJudged } from '../state/findings.ts';
import { Finding } from './Finding.tsx';

const isGap = (criterion: Criterion) => ['missing', 'contradicted'].includes(criterion.verdict);

/** Every criterion that applies, by area; what is missing says what was looked for. */
export function Criteria() {
  const { t } = useSpeech();
  const { reading } = useDesk().dossier;
  if (reading.state !== 'read') return null;
  const met = reading.criteria.filter((one) => one.verdict === 'met').length;
  return (
    <Section title={t('desk.criteria')} aside={t('desk.met_of', { met, total: reading.criteria.length })}>
      {byArea(reading.criteria).map(({ area, criteria }) => (
        <Box key={area} sx={{ mb: 1 }}>
          <Typography variant="overline" color="textSecondary" component="h3">
            {t(`area.${area}`)}
          </Typography>
          {criteria.map((one) => (
            <Finding
              key={one.id}
              name={criterionName(one.id)}
              title={t(`finding.criterion.${one.id}`)}
              chip={<VerdictChip verdict={one.verdict} judged={isJudged(reading, criterionName(one.id))} />}
              aside={`${one.core ? `${t('desk.core')} · ` : ''}${t('desk.points', { points: one.points, weight: one.weight })}`}
              evidence={one.evidence}
              means={t(`rubric.looked_for.${one.id}`)}
              confirmable={one.core && isGap(one)}
              verdict={one.verdict}
            />
          ))}
        </Box>
      ))}
    </Section>
  );
}
