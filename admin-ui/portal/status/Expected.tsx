import Typography from '@mui/material/Typography';
import { date } from '../../shared/format.ts';
import { useSpeech } from '../../shared/text.tsx';
import type { PortalApplication } from '../wire.ts';

/** By when the desk usually has decided. It is no promise, and a time gone by is not named again. */
export function Expected({ expected }: { expected: PortalApplication['expected'] }) {
  const { t, locale } = useSpeech();
  if (!expected) return null;
  return (
    <Typography variant="body2">
      {expected.by
        ? t('portal.status.usually_by', { date: date(expected.by, locale) })
        : t('portal.status.longer')}
    </Typography>
  );
}
