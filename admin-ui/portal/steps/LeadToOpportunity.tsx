import Box from '@mui/material/Box';
import { useSpeech } from '../../shared/text.tsx';
import { useValue } from '../draft/hooks.tsx';
import { OneOf } from '../fields/Choices.tsx';
import { NumberLine } from '../fields/NumberLine.tsx';

/** The average across all clients; not to answer is an answer too (M11). */
export function LeadToOpportunity() {
  const { t } = useSpeech();
  const [answer] = useValue<string>('lead_to_opportunity.answer');
  const options = ['rate', 'declined'].map((value) => ({ value, label: t(`portal.l2o.${value}`) }));
  return (
    <Box
      data-path="lead_to_opportunity"
      sx={{ borderTop: '1px solid', borderColor: 'divider', pt: 2.5, mt: 1 }}
    >
      <OneOf path="lead_to_opportunity.answer" options={options} />
      {answer === 'rate' && <NumberLine path="lead_to_opportunity.rate" kind="percent" />}
    </Box>
  );
}
