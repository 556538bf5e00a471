import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useSpeech } from '../../shared/text.tsx';
import { go } from '../frame/place.ts';

/** This browser still has an application open. */
export function Continue() {
  const { t } = useSpeech();
  return (
    <Alert
      severity="info"
      variant="outlined"
      sx={{ mb: 3, alignItems: 'center' }}
      action={
        <Button variant="contained" onClick={() => go('/portal/application')}>
          {t('portal.start.continue')}
        </Button>
      }
    >
      {t('portal.start.open_here')}
    </Alert>
  );
}
