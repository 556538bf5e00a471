import PlayIcon from '@mui/icons-material/PlayArrow';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { DataTable, useListContext } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { CaseNumber } from '../../shared/components/CaseNumber.tsx';
import { useSpeech } from '../../shared/text.tsx';
import type { WorkItem } from '../api/work-item.ts';
import { DeskList } from '../lists/DeskList.tsx';
import { BandChip } from '../lists/tones.tsx';
import { Allowed } from '../shell/Forbidden.tsx';
import { queueFilters } from './filters.tsx';
import { Holder } from './Holder.tsx';
import { QueueCard } from './QueueCard.tsx';
import { SummaryLine } from './SummaryLine.tsx';
import { Urgency } from './Urgency.tsx';
import { useQueueKeys } from './useQueueKeys.ts';
import { useStartNext } from './useStartNext.ts';

const Column = DataTable.Col<WorkItem>;
export const deskOf = (item: WorkItem) => `/applications/${item.subject.id}/show`;

function StartNext() {
  const { t } = useSpeech();
  const { run, isPending, allowed } = useStartNext();
  if (!allowed) return null;
  return (
    <Button
      variant="contained"
      startIcon={<PlayIcon />}
      loading={isPending}
      onClick={() => run()}
      aria-keyshortcuts="n"
    >
      {t('queue.start_next')}
    </Button>
  );
}

function Rows() {
  const { t } = useSpeech();
  const { data = [] } = useListContext<WorkItem>();
  const at = useQueueKeys(data);
  return (
    <DataTable
      size="small"
      bulkActionButtons={false}
      rowClick={(_id, _resource, record) => deskOf(record as WorkItem)}
      sx={
        at < 0
          ? undefined
          : {
              [`& tbody tr:nth-of-type(${at + 1})`]: {
                backgroundColor: 'action.selected',
                boxShadow: (theme) => `inset 3px 0 0 ${theme.palette.primary.main}`,
              },
            }
      }
    >
      <Column
        source="due_at"
        label="queue.column.due"
        render={(item) => (
          <Urgency dueAt={item.due_at} shareUsed={item.share_used} critical={item.critical} />
        )}
      />
      <Column
        source="subject"
        label="queue.column.applicant"
        disableSort
        render={(item) => (
          <Box sx={{ minWidth: 180 }}>
            <Link
              component={RouterLink}
              to={deskOf(item)}
              sx={{ fontWeight: 600 }}
              onClick={(e) => e.stopPropagation()}
            >
              {item.subject.label}
            </Link>
            <Typography variant="caption" component="div" color="textSecondary">
              {item.subject.case_number && <CaseNumber value={item.subject.case_number} />}
              {item.kind === 'second_decision' ? ` ${t('item_kind.second_decision')}` : ''}
              {item.subject.round > 0 ? ` ${t('queue.round', { round: item.subject.round })}` : ''}
            </Typography>
          </Box>
        )}
      />
      <Column
        source="channel"
        label="queue.column.channel"
        render={(item) => t(`taxonomy.channel_short.${item.channel}`)}
      />
      <Column
        source="band"
        label="queue.column.band"
        disableSort
        render={(item) => <BandChip band={item.subject.band} score={item.subject.score_floor} />}
      />
      <Column source="state" label="queue.column.held_by" render={(item) => <Holder item={item} />} />
      <Column
        source="language"
        label="queue.column.language"
        disableSort
        render={(item) => t(`language.${item.language}`)}
      />
    </DataTable>
  );
}

const asRow = (item: WorkItem) => ({
  case_number: item.subject.case_number,
  applicant: item.subject.label,
  kind: item.kind,
  channel: item.channel,
  language: item.language,
  state: item.state,
  due_at: item.due_at,
  overdue: item.overdue,
  holder: item.holder?.name,
});

/** One list for all kinds of work, most urgent first. */
export default function Queue() {
  return (
    <Allowed permission="queue.read">
      <DeskList<WorkItem>
        name="queue"
        resource="work-items"
        sort={{ field: 'due_at', order: 'ASC' }}
        filters={queueFilters}
        above={<SummaryLine />}
        actions={<StartNext />}
        table={<Rows />}
        card={(item) => <QueueCard item={item} />}
        exportAs={asRow}
      />
    </Allowed>
  );
}
