import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { When } from '../../../shared/components/When.tsx';
import { useSpeech } from '../../../shared/text.tsx';
import { useDesk } from '../state/desk-context.ts';
import { confirmationOf } from '../state/findings.ts';

/** A core gap or blocking flag counts for a rejection only after a person looked at its own evidence. */
export function Confirmation({ finding }: { finding: string }) {
  const { t } = useSpeech();
  const { dossier, command, run, running } = useDesk();
  const seen = confirmationOf(dossier.reading, finding);
  const allowed = command('confirm_finding')?.allowed === true;
  const say = (confirmed: boolean) => run('confirm_finding', { finding, confirmed });
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap', mt: 1 }}>
      {seen && (
        <Typography variant="caption">
          {t(seen.confirmed ? 'desk.confirmed_by' : 'desk.not_confirmed_by', { name: seen.person.name })}{' '}
          <When at={seen.at} />
        </Typography>
      )}
      {allowed && seen?.confirmed !== true && (
        <Button variant="outlined" loading={running === 'confirm_finding'} onClick={() => say(true)}>
          {t('desk.confirm')}
        </Button>
      )}
      {allowed && seen?.confirmed !== false && (
        <Button color="inherit" disabled={running === 'confirm_finding'} onClick={() => say(false)}>
          {t('desk.not_so')}
        </Button>
      )}
    </Box>
  );
}
