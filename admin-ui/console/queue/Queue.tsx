import PlayIcon from '@mui/icons-material/PlayArrow';
import Button from '@mui/material/Button';
import { useListContext } from 'react-admin';
import { CaseNumber } from '../../shared/components/CaseNumber.tsx';
import { useSpeech } from '../../shared/text.tsx';
import type { WorkItem } from '../api/work-item.ts';
import { type ColumnOf, ListScreen, ListTable } from '../lists/ListScreen.tsx';
import { TwoLines } from '../lists/RowCard.tsx';
import { BandChip } from '../lists/tones.tsx';
import { useMay } from '../providers/session.ts';
import { AssignButton } from './assign/AssignButton.tsx';
import { BulkActions } from './assign/BulkActions.tsx';
import { queueFilters } from './filters.tsx';
import { Holder } from './Holder.tsx';
import { SummaryLine } from './SummaryLine.tsx';
import { Urgency } from './Urgency.tsx';
import { useQueueKeys } from './useQueueKeys.ts';
import { useStartNext } from './useStartNext.ts';

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

const due = (item: WorkItem) => (
  <Urgency dueAt={item.due_at} shareUsed={item.share_used} critical={item.critical} />
);

const columns: ColumnOf<WorkItem>[] = [
  { source: 'due_at', label: 'due', sort: true, show: due },
  {
    source: 'subject',
    label: 'applicant',
    show: (item, { t }) => (
      <TwoLines
        to={deskOf(item)}
        small={
          <>
            {item.subject.case_number && <CaseNumber value={item.subject.case_number} />}
            {item.kind === 'second_decision' ? ` ${t('item_kind.second_decision')}` : ''}
            {item.subject.round > 0 ? ` ${t('queue.round', { round: item.subject.round })}` : ''}
          </>
        }
      >
        {item.subject.label}
      </TwoLines>
    ),
  },
  { source: 'channel', sort: true, show: (item, { t }) => t(`taxonomy.channel_short.${item.channel}`) },
  { source: 'band', show: (item) => <BandChip band={item.subject.band} score={item.subject.score_floor} /> },
  { source: 'state', label: 'held_by', sort: true, show: (item) => <Holder item={item} /> },
  { source: 'language', show: (item, { t }) => t(`language.${item.language}`) },
];
const ofLead: ColumnOf<WorkItem> = {
  source: 'version',
  label: 'assign',
  show: (item) => <AssignButton item={item} />,
};

const isOpen = (item: WorkItem) => ['waiting', 'claimed', 'held'].includes(item.state);

/** The rows with the mark that j and k move; a lead picks several of them. */
function Rows() {
  const { data = [] } = useListContext<WorkItem>();
  const at = useQueueKeys(data);
  const leads = useMay()('queue.lead');
  return (
    <ListTable<WorkItem>
      name="queue"
      columns={leads ? [...columns, ofLead] : columns}
      to={deskOf}
      bulk={leads && <BulkActions />}
      isSelectable={isOpen}
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
    />
  );
}

/** One list for all kinds of work, most urgent first. */
export default function Queue() {
  return (
    <ListScreen<WorkItem>
      permission="queue.read"
      name="queue"
      resource="work-items"
      sort={{ field: 'due_at', order: 'ASC' }}
      filters={queueFilters}
      above={<SummaryLine />}
      actions={<StartNext />}
      columns={columns}
      table={<Rows />}
      to={deskOf}
      card={(item, { t }) => ({
        title: item.subject.label,
        aside: due(item),
        line: `${item.subject.case_number} · ${t(`taxonomy.channel_short.${item.channel}`)} · ${t(`item_kind.${item.kind}`)}`,
        below: (
          <>
            <Holder item={item} />
            <BandChip band={item.subject.band} score={item.subject.score_floor} />
            <AssignButton item={item} />
          </>
        ),
      })}
    />
  );
}
