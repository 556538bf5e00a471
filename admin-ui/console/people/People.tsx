import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { DataTable, SelectInput } from 'react-admin';
import { ToneChip } from '../../shared/components/ToneChip.tsx';
import { When } from '../../shared/components/When.tsx';
import { useSpeech } from '../../shared/text.tsx';
import { DeskList } from '../lists/DeskList.tsx';
import { Search } from '../lists/Search.tsx';
import { Allowed } from '../shell/Forbidden.tsx';
import { Invite } from './Invite.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import { type PersonRow, roleNames } from './person.ts';
import { RoleRequests } from './RoleRequests.tsx';

const Column = DataTable.Col<PersonRow>;

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

function useRoles() {
  const { t } = useSpeech();
  return (row: PersonRow) =>
    [...row.roles, ...(row.lead ? ['lead'] : [])]
      .filter((role, at, all) => all.indexOf(role) === at)
      .map((role) => t(`role.${role}`))
      .join(', ') || '–';
}

function State({ state }: { state: string }) {
  const { t } = useSpeech();
  const tone = state === 'active' ? 'good' : state === 'invited' ? 'info' : 'neutral';
  return <ToneChip tone={tone}>{t(`person_state.${state}`)}</ToneChip>;
}

function Rows() {
  const roles = useRoles();
  return (
    <DataTable size="small" bulkActionButtons={false} rowClick={false}>
      <Column
        source="name"
        label="people.column.name"
        render={(row) => (
          <Box>
            <Box sx={{ fontWeight: 600 }}>{row.name}</Box>
            <Typography variant="caption" color="textSecondary">
              {row.email}
            </Typography>
          </Box>
        )}
      />
      <Column source="roles" label="people.column.roles" disableSort render={roles} />
      <Column source="state" label="people.column.state" render={(row) => <State state={row.state} />} />
      <Column
        source="created_at"
        label="people.column.since"
        render={(row) => <When at={row.created_at} />}
      />
      <Column
        source="version"
        label="people.column.commands"
        disableSort
        render={(row) => <PersonMenu row={row} />}
      />
    </DataTable>
  );
}

function Card({ row }: { row: PersonRow }) {
  const roles = useRoles();
  return (
    <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
      <Box>
        <Typography variant="body2" sx={{ fontWeight: 650 }}>
          {row.name}
        </Typography>
        <Typography variant="caption" component="div" color="textSecondary">
          {roles(row)}
        </Typography>
        <State state={row.state} />
      </Box>
      <PersonMenu row={row} />
    </Box>
  );
}

/** Who works here; roles are granted by two administrators together. */
export default function People() {
  return (
    <Allowed permission="people.manage">
      <DeskList<PersonRow>
        name="people"
        resource="people"
        sort={{ field: 'name', order: 'ASC' }}
        filters={filters}
        above={<RoleRequests />}
        actions={<Invite />}
        table={<Rows />}
        card={(row) => <Card row={row} />}
      />
    </Allowed>
  );
}
