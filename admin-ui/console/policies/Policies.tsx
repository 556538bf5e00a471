import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { DataTable, SelectInput } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { z } from 'zod';
import { policyKinds, type policyReply } from '../../../server/policies/schema.ts';
import type { Wire } from '../../shared/api.ts';
import { ToneChip } from '../../shared/components/ToneChip.tsx';
import { When } from '../../shared/components/When.tsx';
import { useSpeech } from '../../shared/text.tsx';
import { DeskList } from '../lists/DeskList.tsx';
import { Allowed } from '../shell/Forbidden.tsx';

export type PolicyRow = Wire<z.infer<typeof policyReply>>;
const Column = DataTable.Col<PolicyRow>;
const page = (row: PolicyRow) => `/policies/${row.id}/show`;

const filters = [
  <SelectInput
    key="kind"
    source="kind"
    alwaysOn
    label="policies.column.kind"
    choices={policyKinds.map((id) => ({ id, name: `policy.${id}` }))}
  />,
];

export function PolicyState({ state }: { state: string }) {
  const { t } = useSpeech();
  return <ToneChip tone={state === 'published' ? 'good' : 'neutral'}>{t(`policy_state.${state}`)}</ToneChip>;
}

function Rows() {
  const { t } = useSpeech();
  return (
    <DataTable size="small" bulkActionButtons={false} rowClick="show">
      <Column
        source="kind"
        label="policies.column.kind"
        disableSort
        render={(row) => (
          <Link component={RouterLink} to={page(row)} sx={{ fontWeight: 600 }}>
            {t(`policy.${row.kind}`)}
          </Link>
        )}
      />
      <Column source="version" label="policies.column.version" disableSort />
      <Column
        source="state"
        label="policies.column.state"
        disableSort
        render={(row) => <PolicyState state={row.state} />}
      />
      <Column
        source="publisher"
        label="policies.column.published_by"
        disableSort
        render={(row) => row.publisher?.name ?? t('actor.installation')}
      />
      <Column
        source="published_at"
        label="policies.column.published"
        disableSort
        render={(row) => <When at={row.published_at} />}
      />
    </DataTable>
  );
}

function Card({ row }: { row: PolicyRow }) {
  const { t } = useSpeech();
  return (
    <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
      <Box>
        <Link component={RouterLink} to={page(row)} sx={{ fontWeight: 650 }}>
          {t(`policy.${row.kind}`)}
        </Link>
        <Typography variant="caption" component="div" color="textSecondary">
          {row.version} · <When at={row.published_at} />
        </Typography>
      </Box>
      <PolicyState state={row.state} />
    </Box>
  );
}

/** The rule books every decision cites. */
export default function Policies() {
  return (
    <Allowed permission="policies.read">
      <DeskList<PolicyRow>
        name="policies"
        resource="policies"
        sort={{ field: 'published_at', order: 'DESC' }}
        filters={filters}
        table={<Rows />}
        card={(row) => <Card row={row} />}
      />
    </Allowed>
  );
}
