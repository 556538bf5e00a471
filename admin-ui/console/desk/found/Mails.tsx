import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { When } from '../../../shared/components/When.tsx';
import { useSpeech } from '../../../shared/text.tsx';
import { MailState } from '../../mails/MailState.tsx';
import { Section } from '../Section.tsx';
import { useDesk } from '../state/desk-context.ts';

/** Letters of this application and whether they arrived; a refusal by the other side is shown here. */
export function Mails() {
  const { t } = useSpeech();
  const { mails } = useDesk().dossier;
  if (mails.length === 0) return null;
  return (
    <Section title={t('desk.mails')}>
      {mails.map((mail) => (
        <Box
          key={mail.id}
          sx={{ display: 'flex', gap: 1, alignItems: 'baseline', py: 0.25, flexWrap: 'wrap' }}
        >
          <MailState state={mail.state} />
          <Link component={RouterLink} to={`/mails/${mail.id}/show`} variant="body2">
            {t(`mail_template.${mail.template}`, { _: mail.template })}
          </Link>
          <Typography variant="caption" color="textSecondary">
            <When at={mail.sent_at ?? mail.created_at} />
          </Typography>
          {mail.last_error && (
            <Typography variant="caption" color="error">
              {mail.last_error}
            </Typography>
          )}
        </Box>
      ))}
    </Section>
  );
}
