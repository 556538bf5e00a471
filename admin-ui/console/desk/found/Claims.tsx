import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { EmptyState } from '../../../shared/components/states.tsx';
import { When } from '../../../shared/components/When.tsx';
import { money } from '../../../shared/format.ts';
import { useSpeech } from '../../../shared/text.tsx';
import type { Claim } from '../../api/types.ts';
import { ClaimChip } from '../../lists/tones.tsx';
import { useDesk } from '../state/desk-context.ts';
import { ClaimMetric } from './ClaimMetric.tsx';
import { LetStand } from './LetStand.tsx';

const order = ['cpl', 'qualified_lead_rate', 'sql_rate'];
const place = (metric: string) => (order.indexOf(metric) + order.length + 1) % (order.length + 1);

function OneClaim({ claim }: { claim: Claim }) {
  const { t, locale } = useSpeech();
  const { dossier } = useDesk();
  const study = dossier.form.case_studies.find((one) => one.id === claim.case_study_id);
  const verdicts = [...claim.verdicts].sort((a, b) => place(a.metric) - place(b.metric));
  const currency = study?.figures.currency ?? 'USD';
  const without = verdicts.filter((one) => one.verdict === 'no_norm').length;
  return (
    <Card sx={{ p: 1.5, mb: 2 }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
        <Typography variant="h3" component="h3">
          {study?.title ?? t('claim.title', { n: claim.position + 1 })}
        </Typography>
        <ClaimChip verdict={claim.worst_verdict} />
      </Box>
      {study && (
        <Typography variant="caption" color="textSecondary" component="p">
          {t(`taxonomy.channel.${study.figures.channel}`)} ·{' '}
          {t(`taxonomy.vertical.${study.figures.vertical}`)} ·{' '}
          {t(`taxonomy.lead.${study.figures.lead_definition}`)} ·{' '}
          {t(`taxonomy.cost.${study.figures.cost_basis}`)}
        </Typography>
      )}
      {without > 0 && claim.worst_verdict !== 'no_norm' && (
        <Typography variant="body2" sx={{ mt: 0.5 }}>
          {t('claim.without_norm', { smart_count: without, n: without, all: verdicts.length })}
        </Typography>
      )}
      {claim.cost_per_qualified_opportunity !== null && study && (
        <Typography variant="body2" sx={{ mt: 0.5 }}>
          {t('claim.per_opportunity', {
            cpl: money(study.figures.cpl_minor, currency, locale, true),
            cost: money(claim.cost_per_qualified_opportunity, currency, locale, true),
          })}
        </Typography>
      )}
      {verdicts.map((verdict) => (
        <ClaimMetric key={verdict.id} verdict={verdict} vertical={study?.figures.vertical} />
      ))}
      {claim.let_stand && (
        <Typography variant="body2" sx={{ mt: 1 }}>
          {t('claim.stands', { name: claim.let_stand.by.name })} <When at={claim.let_stand.at} />: “
          {claim.let_stand.reason}”
        </Typography>
      )}
      {!claim.let_stand && ['arithmetic', 'second_reviewer'].includes(claim.worst_verdict) && (
        <LetStand claimId={claim.id} />
      )}
    </Card>
  );
}

/** Every claim against its norms, the most doubtful first. */
export function Claims() {
  const { t } = useSpeech();
  const { dossier } = useDesk();
  const ranks = ['arithmetic', 'second_reviewer', 'ask', 'no_norm', 'plausible'];
  const claims = [...dossier.claims].sort(
    (a, b) => ranks.indexOf(a.worst_verdict) - ranks.indexOf(b.worst_verdict),
  );
  if (claims.length === 0) return <EmptyState title={t('claim.none')} hint={t('claim.none_hint')} />;
  return (
    <>
      {claims.map((claim) => (
        <OneClaim key={claim.id} claim={claim} />
      ))}
      <Typography variant="caption" color="textSecondary">
        {t('claim.version', { version: dossier.norm_version ?? '–' })}
      </Typography>
    </>
  );
}
