import Box from '@mui/material/Box';
import { useSpeech } from '../../../shared/text.tsx';
import type { ChangeRequest } from '../../api/types.ts';
import { VerdictChip } from '../../lists/tones.tsx';

/** Criteria whose verdict is another than before the changes: "partial → met". */
export function VerdictMoves({ request }: { request: ChangeRequest }) {
  const { t } = useSpeech();
  const moved = request.verdict_changes.filter((one) => one.before !== one.after);
  if (moved.length === 0) return null;
  return (
    <Box
      component="ul"
      sx={{ m: 0, mt: 1, p: 0, listStyle: 'none', display: 'grid', gap: 0.5, fontSize: '0.84rem' }}
    >
      {moved.map((one) => (
        <li key={one.criterion}>
          {one.before ? <VerdictChip verdict={one.before} /> : '–'} →{' '}
          {one.after ? <VerdictChip verdict={one.after} /> : '–'} {t(`finding.criterion.${one.criterion}`)}
        </li>
      ))}
    </Box>
  );
}
