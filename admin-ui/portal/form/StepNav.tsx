import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useSpeech } from '../../shared/text.tsx';
import { useView } from '../draft/hooks.tsx';
import { missingIn, type Step, steps } from './steps.ts';

interface Props {
  step: Step;
  onStep: (step: Step) => void;
}

/** Every step with what is still open in it. */
export function StepNav({ step, onStep }: Props) {
  const { t } = useSpeech();
  const missing = useView((view) => view.missing);
  return (
    <Box component="nav" aria-label={t('portal.steps')} className="no-print">
      <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 0.25 }}>
        {steps.map((one, at) => {
          const open = missingIn(missing, one).length;
          const here = one === step;
          return (
            <li key={one}>
              <Box
                component="button"
                type="button"
                aria-current={here ? 'step' : undefined}
                onClick={() => onStep(one)}
                sx={(theme) => ({
                  display: 'grid',
                  gridTemplateColumns: '26px 1fr',
                  alignItems: 'center',
                  gap: 1,
                  width: '100%',
                  minHeight: 48,
                  px: 1,
                  py: 0.5,
                  border: 0,
                  borderRadius: 1,
                  font: 'inherit',
                  textAlign: 'left',
                  color: 'text.primary',
                  cursor: 'pointer',
                  backgroundColor: here ? 'background.paper' : 'transparent',
                  boxShadow: here ? `inset 3px 0 0 ${theme.palette.primary.main}` : 'none',
                  '&:hover': { backgroundColor: 'background.paper' },
                  '&:focus-visible': {
                    outline: `2px solid ${theme.palette.primary.main}`,
                    outlineOffset: -2,
                  },
                })}
              >
                <StepMark number={at + 1} done={open === 0} />
                <span>
                  <Typography
                    component="span"
                    sx={{ display: 'block', fontSize: '0.92rem', fontWeight: here ? 700 : 500 }}
                  >
                    {t(`portal.step.${one}.title`)}
                  </Typography>
                  <Typography component="span" variant="caption" color="textSecondary">
                    {open === 0
                      ? t('portal.complete')
                      : t('portal.open_items', { smart_count: open, n: open })}
                  </Typography>
                </span>
              </Box>
            </li>
          );
        })}
      </Box>
    </Box>
  );
}

function StepMark({ number, done }: { number: number; done: boolean }) {
  return (
    <Box
      component="span"
      aria-hidden
      sx={(theme) => {
        const tone = theme.palette.tone[done ? 'good' : 'neutral'];
        return {
          display: 'grid',
          placeItems: 'center',
          width: 26,
          height: 26,
          borderRadius: '50%',
          fontSize: '0.8rem',
          fontWeight: 700,
          color: tone.fg,
          backgroundColor: tone.bg,
          border: `1px solid ${tone.line}`,
        };
      }}
    >
      {done ? '✓' : number}
    </Box>
  );
}
