import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { When } from '../../shared/components/When.tsx';
import { useSpeech } from '../../shared/text.tsx';
import { Facts } from '../desk/Section.tsx';
import { OneRecord } from '../lists/Record.tsx';
import { Allowed } from '../shell/Forbidden.tsx';
import { type PolicyRow, PolicyState } from './Policies.tsx';
import { Tree } from './Tree.tsx';

type FullPolicy = PolicyRow & { document: unknown };

function Page({ policy }: { policy: FullPolicy }) {
  const { t } = useSpeech();
  return (
    <Box sx={{ maxWidth: 980, display: 'grid', gap: 2 }}>
      <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center' }}>
        <Typography variant="h1">
          {t(`policy.${policy.kind}`)} {policy.version}
        </Typography>
        <PolicyState state={policy.state} />
      </Box>
      <Facts
        rows={[
          [t('policies.column.published_by'), policy.publisher?.name ?? t('actor.installation')],
          [t('policies.column.published'), <When key="at" at={policy.published_at} />],
          [t('policies.effective'), <When key="from" at={policy.effective_from} />],
          [t('policies.digest'), <code key="digest">{policy.digest}</code>],
        ]}
      />
      <Card sx={{ p: 2, overflowX: 'auto' }}>
        <Tree value={policy.document} />
      </Card>
    </Box>
  );
}

export default function Policy() {
  return (
    <Allowed permission="policies.read">
      <OneRecord<FullPolicy> resource="policies">{(policy) => <Page policy={policy} />}</OneRecord>
    </Allowed>
  );
}
