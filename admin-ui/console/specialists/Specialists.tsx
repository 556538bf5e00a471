import { SelectInput } from 'react-admin';
import type { z } from 'zod';
import type { specialistReply } from '../../../server/specialists/schema.ts';
import type { Wire } from '../../shared/api.ts';
import { CaseNumber } from '../../shared/components/CaseNumber.tsx';
import { When } from '../../shared/components/When.tsx';
import { countryName } from '../../shared/format.ts';
import { every } from '../lists/choices.ts';
import { type ColumnOf, ListScreen } from '../lists/ListScreen.tsx';
import { TwoLines } from '../lists/RowCard.tsx';
import { Search } from '../lists/Search.tsx';
import { channelChoices } from '../queue/filters.tsx';
import { StandingChip } from './StandingChip.tsx';

export type SpecialistRow = Wire<z.infer<typeof specialistReply>>;

const filters = [
  <Search key="q" source="q" alwaysOn hint="specialists.search" />,
  <SelectInput
    key="tier"
    source="tier"
    alwaysOn
    label="specialists.column.tier"
    choices={every<SpecialistRow['tier']>('tier', {
      new_specialist: true,
      verified_specialist: true,
      compliance_verified_expert: true,
    })}
  />,
  <SelectInput key="channel" source="channel" label="specialists.column.channels" choices={channelChoices} />,
];
const page = (row: SpecialistRow) => `/specialists/${row.id}/show`;

const columns: ColumnOf<SpecialistRow>[] = [
  { source: 'number', sort: true, show: (row) => <CaseNumber value={row.case_number} /> },
  {
    source: 'trading_name',
    label: 'name',
    sort: true,
    show: (row, { locale }) => (
      <TwoLines to={page(row)} small={`${row.legal_name} · ${countryName(row.country, locale)}`}>
        {row.trading_name}
      </TwoLines>
    ),
  },
  { source: 'tier', show: (row, { t }) => t(`tier.${row.tier}`) },
  {
    source: 'channels',
    show: (row, { t }) => row.channels.map((one) => t(`taxonomy.channel_short.${one.channel}`)).join(', '),
  },
  { source: 'standing', show: (row) => <StandingChip row={row} /> },
  { source: 'created_at', label: 'since', sort: true, show: (row) => <When at={row.created_at} /> },
];

export default function Specialists() {
  return (
    <ListScreen<SpecialistRow>
      permission="specialists.read"
      name="specialists"
      resource="specialists"
      sort={{ field: 'created_at', order: 'DESC' }}
      filters={filters}
      columns={columns}
      to={page}
      card={(row, { t }) => ({
        title: row.trading_name,
        line: `${row.case_number} · ${t(`tier.${row.tier}`)}`,
        below: <StandingChip row={row} />,
      })}
    />
  );
}
