import Typography from '@mui/material/Typography';
import { useSpeech } from '../../../shared/text.tsx';
import { LiftedChip, SeverityChip } from '../../lists/tones.tsx';
import { Section } from '../Section.tsx';
import { useDesk } from '../state/desk-context.ts';
import { flagName, flagsInOrder } from '../state/findings.ts';
import { Finding } from './Finding.tsx';

/** Red flags first, the gravest at the top. */
export function Flags() {
  const { t } = useSpeech();
  const { reading } = useDesk().dossier;
  if (reading.state !== 'read') return null;
  const flags = flagsInOrder(reading.red_flags);
  return (
    <Section title={t('desk.flags')}>
      {flags.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('desk.no_flags')}
        </Typography>
      )}
      {flags.map((flag) => (
        <Finding
          key={flag.id}
          name={flagName(flag.id)}
          title={t(`finding.flag.${flag.id}`)}
          chip={flag.lifted ? <LiftedChip /> : <SeverityChip severity={flag.severity} />}
          evidence={flag.evidence}
          means={t(`flag_means.${flag.id}`)}
          confirmable={flag.severity === 'blocking' && !flag.lifted}
          verdict={flag.lifted ? 'lifted' : 'raised'}
        />
      ))}
    </Section>
  );
}
