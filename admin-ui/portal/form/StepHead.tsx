import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useSpeech } from '../../shared/text.tsx';
import { type Step, steps } from './steps.ts';
import { headingId } from './useSteps.ts';

/** A step's name, what it is for, and why it is asked. */
export function StepHead({ step, children }: { step: Step; children?: ReactNode }) {
  const { t } = useSpeech();
  return (
    <Box sx={{ mb: 3 }}>
      <Typography variant="body2" color="textSecondary" sx={{ display: { md: 'none' }, mb: 0.25 }}>
        {t('portal.step_of', { n: steps.indexOf(step) + 1, all: steps.length })}
      </Typography>
      <Typography variant="h1" id={headingId(step)} tabIndex={-1} sx={{ outline: 'none', mb: 0.75 }}>
        {t(`portal.step.${step}.title`)}
      </Typography>
      <Typography variant="body1" color="textSecondary" sx={{ maxWidth: 640 }}>
        {t(`portal.step.${step}.why`)}
      </Typography>
      {children}
    </Box>
  );
}
