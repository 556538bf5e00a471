import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { CaseNumber } from '../../shared/components/CaseNumber.tsx';
import { ToneChip } from '../../shared/components/ToneChip.tsx';
import { When } from '../../shared/components/When.tsx';
import { countryName } from '../../shared/format.ts';
import { useSpeech } from '../../shared/text.tsx';
import { Facts, Section } from '../desk/Section.tsx';
import { OneRecord } from '../lists/Record.tsx';
import { SubjectLog } from '../log/SubjectLog.tsx';
import { Allowed } from '../shell/Forbidden.tsx';
import { usePageTitle } from '../shell/useTitle.ts';
import type { SpecialistRow } from './Specialists.tsx';
import { StandingChip } from './StandingChip.tsx';

function Page({ row }: { row: SpecialistRow }) {
  const { t, locale } = useSpeech();
  usePageTitle(row.trading_name);
  const list = (room: string, ids: readonly string[]) =>
    ids.map((id) => t(`taxonomy.${room}.${id}`)).join(', ') || '–';
  return (
    <Box sx={{ maxWidth: 980 }}>
      <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center', flexWrap: 'wrap', mb: 2 }}>
        <Typography variant="h1">{row.trading_name}</Typography>
        <CaseNumber value={row.case_number} large />
        <ToneChip tone="info" mark="★">
          {t(`tier.${row.tier}`)}
        </ToneChip>
        <StandingChip row={row} />
      </Box>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { md: '1fr 1fr' }, alignItems: 'start' }}>
        <Card sx={{ p: 2 }}>
          <Section title={t('specialists.facts')}>
            <Facts
              rows={[
                [t('desk.legal_name'), `${row.legal_name}, ${countryName(row.country, locale)}`],
                [t('desk.domain'), row.web_domain],
                [t('specialists.column.since'), <When key="since" at={row.created_at} />],
                [t('desk.regions'), list('region', row.regions)],
                [t('desk.verticals'), list('vertical', row.verticals)],
                [t('desk.icp'), list('icp', row.icp_sizes)],
                [t('desk.models'), list('engagement', row.engagement_models)],
              ]}
            />
          </Section>
          <Link component={RouterLink} to={`/applications/${row.application_id}/show`} variant="body2">
            {t('specialists.application')}
          </Link>
        </Card>
        <Card sx={{ p: 2 }}>
          <Section title={t('specialists.column.channels')}>
            {row.channels.map((one) => (
              <Typography key={one.channel} variant="body2">
                {t(`taxonomy.channel.${one.channel}`)}
                {one.is_primary ? ` (${t('desk.primary')})` : ''}{' '}
                <Typography component="span" variant="caption" color="textSecondary">
                  <When at={one.accepted_at} />
                </Typography>
              </Typography>
            ))}
          </Section>
          <SubjectLog subjectId={row.id} />
        </Card>
      </Box>
    </Box>
  );
}

/** One specialist: tier, standing, channels, history. */
export default function Specialist() {
  return (
    <Allowed permission="specialists.read">
      <OneRecord<SpecialistRow> resource="specialists">{(row) => <Page row={row} />}</OneRecord>
    </Allowed>
  );
}
