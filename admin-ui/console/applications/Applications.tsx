import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { DataTable, SelectInput } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { CaseNumber } from '../../shared/components/CaseNumber.tsx';
import { When } from '../../shared/components/When.tsx';
import { countryName } from '../../shared/format.ts';
import { useSpeech } from '../../shared/text.tsx';
import type { ApplicationRow } from '../api/types.ts';
import { DeskList } from '../lists/DeskList.tsx';
import { Search } from '../lists/Search.tsx';
import { BandChip, ClaimChip, StateChip } from '../lists/tones.tsx';
import { channelChoices } from '../queue/filters.tsx';
import { Allowed } from '../shell/Forbidden.tsx';

const Column = DataTable.Col<ApplicationRow>;
const of = (room: string, ids: readonly string[]) => ids.map((id) => ({ id, name: `${room}.${id}` }));
const states = of('state', [
  'submitted',
  'in_review',
  'changes_requested',
  'approved',
  'rejected',
  'withdrawn',
  'lapsed',
]);

const filters = [
  <Search key="q" source="q" alwaysOn hint="applications.search" />,
  <SelectInput key="state" source="state" alwaysOn label="applications.column.state" choices={states} />,
  <SelectInput
    key="band"
    source="band"
    label="applications.column.band"
    choices={of('band', ['pass', 'review', 'reject'])}
  />,
  <SelectInput key="channel" source="channel" label="applications.column.channel" choices={channelChoices} />,
];
const deskOf = (row: ApplicationRow) => `/applications/${row.id}/show`;

function Rows() {
  const { t, locale } = useSpeech();
  return (
    <DataTable size="small" bulkActionButtons={false} rowClick="show">
      <Column
        source="number"
        label="applications.column.number"
        render={(row) => <CaseNumber value={row.case_number} />}
      />
      <Column
        source="trading_name"
        label="applications.column.name"
        disableSort
        render={(row) => (
          <Box>
            <Link component={RouterLink} to={deskOf(row)} sx={{ fontWeight: 600 }}>
              {row.trading_name}
            </Link>
            <Typography variant="caption" component="div" color="textSecondary">
              {row.legal_name} · {countryName(row.country, locale)}
            </Typography>
          </Box>
        )}
      />
      <Column
        source="primary_channel"
        label="applications.column.channel"
        disableSort
        render={(row) => t(`taxonomy.channel_short.${row.primary_channel}`)}
      />
      <Column
        source="state"
        label="applications.column.state"
        disableSort
        render={(row) => <StateChip state={row.state} />}
      />
      <Column
        source="score"
        label="applications.column.band"
        render={(row) => <BandChip band={row.band} score={row.score_floor} />}
      />
      <Column
        source="worst_claim"
        label="applications.column.claim"
        disableSort
        render={(row) => (row.worst_claim ? <ClaimChip verdict={row.worst_claim} /> : '–')}
      />
      <Column
        source="submitted_at"
        label="applications.column.submitted"
        render={(row) => <When at={row.submitted_at} />}
      />
    </DataTable>
  );
}

function Card({ row }: { row: ApplicationRow }) {
  const { t } = useSpeech();
  return (
    <Box sx={{ display: 'grid', gap: 0.75 }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
        <Link component={RouterLink} to={deskOf(row)} sx={{ fontWeight: 650 }}>
          {row.trading_name}
        </Link>
        <StateChip state={row.state} />
      </Box>
      <Typography variant="caption" color="textSecondary">
        {row.case_number} · {t(`taxonomy.channel_short.${row.primary_channel}`)} ·{' '}
        <When at={row.submitted_at} />
      </Typography>
      <Box>
        <BandChip band={row.band} score={row.score_floor} />
      </Box>
    </Box>
  );
}

export default function Applications() {
  return (
    <Allowed permission="applications.read">
      <DeskList<ApplicationRow>
        name="applications"
        resource="applications"
        sort={{ field: 'submitted_at', order: 'DESC' }}
        filters={filters}
        table={<Rows />}
        card={(row) => <Card row={row} />}
      />
    </Allowed>
  );
}
