import { SelectInput } from 'react-admin';
import { ToneChip } from '../../shared/components/ToneChip.tsx';
import { When } from '../../shared/components/When.tsx';
import { type Translate, useSpeech } from '../../shared/text.tsx';
import { type ColumnOf, ListScreen } from '../lists/ListScreen.tsx';
import { TwoLines } from '../lists/RowCard.tsx';
import { Search } from '../lists/Search.tsx';
import { Invite } from './Invite.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import { type PersonRow, roleNames } from './person.ts';
import { RoleRequests } from './RoleRequests.tsx';

const filters = [
  <Search key="q" source="q" alwaysOn hint="people.search" />,
  <SelectInput
    key="role"
    source="role"
    alwaysOn
    label="people.column.roles"
    choices={roleNames.map((id) => ({ id, name: `role.${id}` }))}
  />,
  <SelectInput
    key="state"
    source="state"
    label="people.column.state"
    choices={['invited', 'active', 'disabled'].map((id) => ({ id, name: `person_state.${id}` }))}
  />,
];

const rolesOf = (row: PersonRow, t: Translate): string =>
  [...new Set([...row.roles, ...(row.lead ? ['lead'] : [])])].map((role) => t(`role.${role}`)).join(', ') ||
  '–';

function State({ state }: { state: string }) {
  const { t } = useSpeech();
  const tone = state === 'active' ? 'good' : state === 'invited' ? 'info' : 'neutral';
  return <ToneChip tone={tone}>{t(`person_state.${state}`)}</ToneChip>;
}

const columns: ColumnOf<PersonRow>[] = [
  { source: 'name', sort: true, show: (row) => <TwoLines small={row.email}>{row.name}</TwoLines> },
  { source: 'roles', show: (row, { t }) => rolesOf(row, t) },
  { source: 'state', sort: true, show: (row) => <State state={row.state} /> },
  { source: 'created_at', label: 'since', sort: true, show: (row) => <When at={row.created_at} /> },
  { source: 'version', label: 'commands', show: (row) => <PersonMenu row={row} /> },
];

/** Who works here; roles are granted by two administrators together. */
export default function People() {
  return (
    <ListScreen<PersonRow>
      permission="people.manage"
      name="people"
      resource="people"
      sort={{ field: 'name', order: 'ASC' }}
      filters={filters}
      above={<RoleRequests />}
      actions={<Invite />}
      columns={columns}
      card={(row, { t }) => ({
        title: row.name,
        aside: <PersonMenu row={row} />,
        line: rolesOf(row, t),
        below: <State state={row.state} />,
      })}
    />
  );
}
