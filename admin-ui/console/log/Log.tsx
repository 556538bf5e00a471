import Box from '@mui/material/Box';
import { SelectInput, TextInput } from 'react-admin';
import { When } from '../../shared/components/When.tsx';
import { tabular } from '../../shared/theme.ts';
import type { LogEvent } from '../api/types.ts';
import { type ColumnOf, ListScreen } from '../lists/ListScreen.tsx';
import { periodFilters } from '../lists/period.tsx';
import { TwoLines } from '../lists/RowCard.tsx';
import { EventDetail } from './EventDetail.tsx';
import { ProveIt } from './ProveIt.tsx';
import { actorName, eventTitle } from './words.ts';

const kinds = ['application', 'work_item', 'mail', 'specialist', 'person', 'claim', 'api_key'];

const filters = [
  <TextInput key="type" source="type" label="log.column.event" placeholder="application.approved" alwaysOn />,
  <SelectInput
    key="kind"
    source="subject_kind"
    label="log.column.subject"
    alwaysOn
    choices={kinds.map((id) => ({ id, name: `subject.${id}` }))}
  />,
  ...periodFilters('log'),
];

const columns: ColumnOf<LogEvent>[] = [
  {
    source: 'position',
    show: (event, { t }) => (
      <Box component="span" sx={tabular}>
        {event.position ?? t('log.unsealed')}
      </Box>
    ),
  },
  { source: 'recorded_at', label: 'when', sort: true, show: (event) => <When at={event.recorded_at} /> },
  {
    source: 'type',
    label: 'event',
    show: (event, { t }) => <TwoLines small={event.type}>{eventTitle(t, event.type)}</TwoLines>,
  },
  { source: 'actor', label: 'who', show: (event, { t }) => actorName(t, event.actor) },
  {
    source: 'subject_kind',
    label: 'subject',
    show: (event, { t }) => t(`subject.${event.subject_kind}`, { _: event.subject_kind }),
  },
];

/** Every event, with filters and the proof that none was changed. */
export default function Log() {
  return (
    <ListScreen<LogEvent>
      permission="log.read"
      name="log"
      resource="log"
      sort={{ field: 'recorded_at', order: 'DESC' }}
      filters={filters}
      above={<ProveIt />}
      columns={columns}
      expand={<EventDetail />}
      card={(event, { t }) => ({
        title: eventTitle(t, event.type),
        line: (
          <>
            {actorName(t, event.actor)} · <When at={event.recorded_at} />
          </>
        ),
      })}
    />
  );
}
