import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { DataTable, SelectInput } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { z } from 'zod';
import { type specialistReply, tiers } from '../../../server/specialists/schema.ts';
import type { Wire } from '../../shared/api.ts';
import { CaseNumber } from '../../shared/components/CaseNumber.tsx';
import { When } from '../../shared/components/When.tsx';
import { countryName } from '../../shared/format.ts';
import { useSpeech } from '../../shared/text.tsx';
import { DeskList } from '../lists/DeskList.tsx';
import { Search } from '../lists/Search.tsx';
import { channelChoices } from '../queue/filters.tsx';
import { Allowed } from '../shell/Forbidden.tsx';
import { StandingChip } from './StandingChip.tsx';

export type SpecialistRow = Wire<z.infer<typeof specialistReply>>;
const Column = DataTable.Col<SpecialistRow>;

const filters = [
  <Search key="q" source="q" alwaysOn hint="specialists.search" />,
  <SelectInput
    key="tier"
    source="tier"
    alwaysOn
    label="specialists.column.tier"
    choices={tiers.map((id) => ({ id, name: `tier.${id}` }))}
  />,
  <SelectInput key="channel" source="channel" label="specialists.column.channels" choices={channelChoices} />,
];
const page = (row: SpecialistRow) => `/specialists/${row.id}/show`;

function Rows() {
  const { t, locale } = useSpeech();
  const channels = (row: SpecialistRow) =>
    row.channels.map((one) => t(`taxonomy.channel_short.${one.channel}`)).join(', ');
  return (
    <DataTable size="small" bulkActionButtons={false} rowClick="show">
      <Column
        source="number"
        label="specialists.column.number"
        render={(row) => <CaseNumber value={row.case_number} />}
      />
      <Column
        source="trading_name"
        label="specialists.column.name"
        render={(row) => (
          <Box>
            <Link component={RouterLink} to={page(row)} sx={{ fontWeight: 600 }}>
              {row.trading_name}
            </Link>
            <Typography variant="caption" component="div" color="textSecondary">
              {row.legal_name} · {countryName(row.country, locale)}
            </Typography>
          </Box>
        )}
      />
      <Column
        source="tier"
        label="specialists.column.tier"
        disableSort
        render={(row) => t(`tier.${row.tier}`)}
      />
      <Column source="channels" label="specialists.column.channels" disableSort render={channels} />
      <Column
        source="standing"
        label="specialists.column.standing"
        disableSort
        render={(row) => <StandingChip row={row} />}
      />
      <Column
        source="created_at"
        label="specialists.column.since"
        render={(row) => <When at={row.created_at} />}
      />
    </DataTable>
  );
}

function Card({ row }: { row: SpecialistRow }) {
  const { t } = useSpeech();
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      <Link component={RouterLink} to={page(row)} sx={{ fontWeight: 650 }}>
        {row.trading_name}
      </Link>
      <Typography variant="caption" color="textSecondary">
        {row.case_number} · {t(`tier.${row.tier}`)}
      </Typography>
      <Box>
        <StandingChip row={row} />
      </Box>
    </Box>
  );
}

export default function Specialists() {
  return (
    <Allowed permission="specialists.read">
      <DeskList<SpecialistRow>
        name="specialists"
        resource="specialists"
        sort={{ field: 'created_at', order: 'DESC' }}
        filters={filters}
        table={<Rows />}
        card={(row) => <Card row={row} />}
      />
    </Allowed>
  );
}
