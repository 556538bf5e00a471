import PrintIcon from '@mui/icons-material/PrintOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { CaseNumber } from '../../shared/components/CaseNumber.tsx';
import { When } from '../../shared/components/When.tsx';
import { countryName, span } from '../../shared/format.ts';
import { useSpeech } from '../../shared/text.tsx';
import { BandChip, StateChip } from '../lists/tones.tsx';
import { useSession } from '../providers/session.ts';
import { Urgency } from '../queue/Urgency.tsx';
import { useDesk } from './state/desk-context.ts';
import { useLease } from './state/useLease.ts';

function Holding() {
  const { t } = useSpeech();
  const { item } = useDesk().dossier;
  const me = useSession()?.person?.id;
  if (!item) return null;
  const mine = item.holder?.id === me;
  const words = !item.holder
    ? t('desk.unclaimed')
    : item.state === 'held'
      ? t('desk.held_by', { name: mine ? t('desk.you') : item.holder.name, reason: item.held_reason ?? '' })
      : t('desk.claimed_by', { name: mine ? t('desk.you') : item.holder.name });
  return (
    <Typography variant="body2" component="span" sx={{ fontWeight: mine ? 650 : 400 }}>
      {words}
    </Typography>
  );
}

/** Who applied, where the case stands, until when, and who has it. */
export function DeskHeader() {
  const { t, locale } = useSpeech();
  const { dossier } = useDesk();
  const { item } = dossier;
  const me = useSession()?.person?.id;
  const { leftMs, warn } = useLease(item, item?.holder?.id === me);
  return (
    <Box component="header" sx={{ mb: 1.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: 1.5, rowGap: 0.5 }}>
        <Typography variant="h1" sx={{ mr: 0.5 }}>
          {dossier.trading_name}
        </Typography>
        <CaseNumber value={dossier.case_number} large />
        <StateChip state={dossier.state} />
        <BandChip band={dossier.band} score={dossier.score_floor} />
        {item && <Urgency dueAt={item.due_at} shareUsed={item.share_used} critical={item.critical} />}
        <IconButton
          className="no-print"
          aria-label={t('desk.print')}
          title={t('desk.print')}
          onClick={() => window.print()}
          sx={{ ml: 'auto' }}
        >
          <PrintIcon fontSize="small" />
        </IconButton>
      </Box>
      <Box
        sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, color: 'text.secondary', fontSize: '0.84rem' }}
      >
        <span>
          {dossier.legal_name}, {countryName(dossier.country ?? '', locale)}
        </span>
        <span>{t(`taxonomy.channel.${dossier.primary_channel}`)}</span>
        <span>
          {t('desk.submitted_at')} <When at={dossier.submitted_at} />
        </span>
        {dossier.revision > 1 && <span>{t('desk.revision', { n: dossier.revision })}</span>}
        {dossier.specialist_id && (
          <Link component={RouterLink} to={`/specialists/${dossier.specialist_id}/show`}>
            {t('desk.specialist')}
          </Link>
        )}
        <Holding />
      </Box>
      {warn && (
        <Alert severity="warning" variant="outlined" role="status" sx={{ mt: 1, py: 0 }}>
          {leftMs > 0 ? t('desk.lease_ends', { span: span(leftMs, t) }) : t('desk.lease_ended')}
        </Alert>
      )}
    </Box>
  );
}
