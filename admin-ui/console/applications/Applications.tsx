import { SelectInput } from 'react-admin';
import { CaseNumber } from '../../shared/components/CaseNumber.tsx';
import { When } from '../../shared/components/When.tsx';
import { countryName } from '../../shared/format.ts';
import type { ApplicationRow } from '../api/types.ts';
import { every } from '../lists/choices.ts';
import { type ColumnOf, ListScreen } from '../lists/ListScreen.tsx';
import { TwoLines } from '../lists/RowCard.tsx';
import { Search } from '../lists/Search.tsx';
import { BandChip, ClaimChip, StateChip } from '../lists/tones.tsx';
import { channelChoices } from '../queue/filters.tsx';

const states = every<Exclude<ApplicationRow['state'], 'draft'>>('state', {
  submitted: true,
  in_review: true,
  changes_requested: true,
  approved: true,
  rejected: true,
  withdrawn: true,
  lapsed: true,
});

const filters = [
  <Search key="q" source="q" alwaysOn hint="applications.search" />,
  <SelectInput key="state" source="state" alwaysOn label="applications.column.state" choices={states} />,
  <SelectInput
    key="band"
    source="band"
    label="applications.column.band"
    choices={every('band', { pass: true, review: true, reject: true })}
  />,
  <SelectInput key="channel" source="channel" label="applications.column.channel" choices={channelChoices} />,
];
const deskOf = (row: ApplicationRow) => `/applications/${row.id}/show`;

const columns: ColumnOf<ApplicationRow>[] = [
  { source: 'number', sort: true, show: (row) => <CaseNumber value={row.case_number} /> },
  {
    source: 'trading_name',
    label: 'name',
    show: (row, { locale }) => (
      <TwoLines to={deskOf(row)} small={`${row.legal_name} · ${countryName(row.country ?? '', locale)}`}>
        {row.trading_name}
      </TwoLines>
    ),
  },
  {
    source: 'primary_channel',
    label: 'channel',
    show: (row, { t }) => t(`taxonomy.channel_short.${row.primary_channel}`),
  },
  { source: 'state', show: (row) => <StateChip state={row.state} /> },
  {
    source: 'score',
    label: 'band',
    sort: true,
    show: (row) => <BandChip band={row.band} score={row.score_floor} />,
  },
  {
    source: 'worst_claim',
    label: 'claim',
    show: (row) => (row.worst_claim ? <ClaimChip verdict={row.worst_claim} /> : '–'),
  },
  { source: 'submitted_at', label: 'submitted', sort: true, show: (row) => <When at={row.submitted_at} /> },
];

export default function Applications() {
  return (
    <ListScreen<ApplicationRow>
      permission="applications.read"
      name="applications"
      resource="applications"
      sort={{ field: 'submitted_at', order: 'DESC' }}
      filters={filters}
      columns={columns}
      to={deskOf}
      card={(row, { t }) => ({
        title: row.trading_name,
        aside: <StateChip state={row.state} />,
        line: (
          <>
            {row.case_number} · {t(`taxonomy.channel_short.${row.primary_channel}`)} ·{' '}
            <When at={row.submitted_at} />
          </>
        ),
        below: <BandChip band={row.band} score={row.score_floor} />,
      })}
    />
  );
}
