import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useSpeech } from '../../shared/text.tsx';
import { itemProblem, itemWords, missingIn, steps } from '../form/steps.ts';
import type { MissingItem } from '../wire.ts';

interface Props {
  missing: readonly MissingItem[];
  onJump: (item: string) => void;
}

/** Everything still wanted, item by item, each leading to its field. */
export function MissingList({ missing, onJump }: Props) {
  const { t } = useSpeech();
  return (
    <>
      {steps.map((step) => {
        const items = missingIn(missing, step);
        if (items.length === 0) return null;
        return (
          <Box key={step} component="section" sx={{ mb: 2 }}>
            <Typography variant="h3" sx={{ mb: 0.5 }}>
              {t(`portal.step.${step}.title`)}
            </Typography>
            <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
              {items.map((one) => (
                <li key={one.item}>
                  <Link
                    component="button"
                    type="button"
                    onClick={() => onJump(one.item)}
                    sx={{ font: 'inherit', textAlign: 'left', py: 0.5, verticalAlign: 'baseline' }}
                  >
                    {itemWords(t, one.item)}
                  </Link>
                  <Typography component="span" variant="body2" color="textSecondary">
                    {' – '}
                    {itemProblem(t, one)}
                  </Typography>
                </li>
              ))}
            </Box>
          </Box>
        );
      })}
    </>
  );
}
