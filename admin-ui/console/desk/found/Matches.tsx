import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { When } from '../../../shared/components/When.tsx';
import { useSpeech } from '../../../shared/text.tsx';
import { StateChip } from '../../lists/tones.tsx';
import { Section } from '../Section.tsx';
import { useDesk } from '../state/desk-context.ts';

/** Earlier applicants that share something with this one (M12): a hint, never a finding. */
export function Matches() {
  const { t } = useSpeech();
  const { matches } = useDesk().dossier;
  return (
    <Section title={t('desk.matches.title')}>
      {matches.length === 0 ? (
        <Typography variant="body2" color="textSecondary">
          {t('desk.matches.none')}
        </Typography>
      ) : (
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{t('desk.matches.shared')}</TableCell>
              <TableCell>{t('desk.matches.with')}</TableCell>
              <TableCell>{t('desk.matches.state')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {matches.map(({ kind, application }) => (
              <TableRow key={`${kind}-${application.id}`}>
                <TableCell>{t(`desk.match.${kind}`)}</TableCell>
                <TableCell>
                  <Link component={RouterLink} to={`/applications/${application.id}/show`}>
                    {application.trading_name}
                  </Link>
                  <Typography variant="caption" component="div" color="textSecondary">
                    {application.case_number}
                  </Typography>
                </TableCell>
                <TableCell>
                  <StateChip state={application.state} />
                  {application.decided_at && (
                    <Typography variant="caption" component="div" color="textSecondary">
                      <When at={application.decided_at} />
                    </Typography>
                  )}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Section>
  );
}
