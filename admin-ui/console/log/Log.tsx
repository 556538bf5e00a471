import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { DataTable, DateInput, SelectInput, TextInput } from 'react-admin';
import { When } from '../../shared/components/When.tsx';
import { useSpeech } from '../../shared/text.tsx';
import { tabular } from '../../shared/theme.ts';
import type { LogEvent } from '../api/types.ts';
import { DeskList } from '../lists/DeskList.tsx';
import { Allowed } from '../shell/Forbidden.tsx';
import { EventDetail } from './EventDetail.tsx';
import { ProveIt } from './ProveIt.tsx';
import { actorName, eventTitle } from './words.ts';

const Column = DataTable.Col<LogEvent>;
const startOf = (day: string) => (day ? new Date(`${day}T00:00:00`).toISOString() : undefined);
const dayOf = (iso: string | undefined) => (iso ? iso.slice(0, 10) : '');
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
  <DateInput key="from" source="from" label="log.from" parse={startOf} format={dayOf} />,
  <DateInput key="to" source="to" label="log.to" parse={startOf} format={dayOf} />,
];

function Rows() {
  const { t } = useSpeech();
  return (
    <DataTable size="small" bulkActionButtons={false} rowClick={false} expand={<EventDetail />}>
      <Column
        source="position"
        label="log.column.position"
        disableSort
        render={(event) => (
          <Box component="span" sx={tabular}>
            {event.position ?? t('log.unsealed')}
          </Box>
        )}
      />
      <Column
        source="recorded_at"
        label="log.column.when"
        render={(event) => <When at={event.recorded_at} />}
      />
      <Column
        source="type"
        label="log.column.event"
        disableSort
        render={(event) => (
          <Box>
            {eventTitle(t, event.type)}
            <Typography variant="caption" component="div" color="textSecondary">
              {event.type}
            </Typography>
          </Box>
        )}
      />
      <Column
        source="actor"
        label="log.column.who"
        disableSort
        render={(event) => actorName(t, event.actor)}
      />
      <Column
        source="subject_kind"
        label="log.column.subject"
        disableSort
        render={(event) => t(`subject.${event.subject_kind}`, { _: event.subject_kind })}
      />
    </DataTable>
  );
}

function Card({ event }: { event: LogEvent }) {
  const { t } = useSpeech();
  return (
    <Box>
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        {eventTitle(t, event.type)}
      </Typography>
      <Typography variant="caption" color="textSecondary">
        {actorName(t, event.actor)} · <When at={event.recorded_at} />
      </Typography>
    </Box>
  );
}

const asRow = (event: LogEvent) => ({
  position: event.position,
  recorded_at: event.recorded_at,
  type: event.type,
  subject_kind: event.subject_kind,
  subject_id: event.subject_id,
  actor: event.actor.name ?? event.actor.kind,
  data: event.data,
});

/** Every event, with filters and the proof that none was changed. */
export default function Log() {
  return (
    <Allowed permission="log.read">
      <DeskList<LogEvent>
        name="log"
        resource="log"
        sort={{ field: 'recorded_at', order: 'DESC' }}
        filters={filters}
        above={<ProveIt />}
        table={<Rows />}
        card={(event) => <Card event={event} />}
        exportAs={asRow}
      />
    </Allowed>
  );
}
