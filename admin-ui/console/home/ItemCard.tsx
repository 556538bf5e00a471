import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useGetList } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { LoadingLines, ProblemNotice } from '../../shared/components/states.tsx';
import { useSpeech } from '../../shared/text.tsx';
import type { WorkItem } from '../api/work-item.ts';
import { Urgency } from '../queue/Urgency.tsx';
import { Panel } from './Panel.tsx';

interface Props {
  name: 'overdue' | 'held';
  filter: Record<string, unknown>;
}

/** The most urgent items of one kind, with the way to all of them. */
export function ItemCard({ name, filter }: Props) {
  const { t } = useSpeech();
  const { data, error, isPending, total, pageInfo, refetch } = useGetList<WorkItem>('work-items', {
    filter,
    sort: { field: 'due_at', order: 'ASC' },
    pagination: { page: 1, perPage: 5 },
  });
  const rows = data ?? [];
  const more = pageInfo?.hasNextPage || (total ?? 0) > rows.length;
  const all = `/work-items?filter=${encodeURIComponent(JSON.stringify(filter))}`;
  return (
    <Panel
      title={t(`home.${name}.title`)}
      aside={
        more && (
          <Link component={RouterLink} to={all} variant="body2">
            {total === undefined ? t('home.all') : t('home.all_of', { total })}
          </Link>
        )
      }
    >
      {isPending && <LoadingLines lines={3} />}
      {error && <ProblemNotice error={error} onRetry={() => refetch()} />}
      {data && rows.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {t(`home.${name}.none`)}
        </Typography>
      )}
      {rows.map((item) => (
        <Box key={item.id} sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, py: 0.5 }}>
          <Box sx={{ minWidth: 0 }}>
            <Link
              component={RouterLink}
              to={`/applications/${item.subject.id}/show`}
              sx={{ fontWeight: 600 }}
            >
              {item.subject.label}
            </Link>
            <Typography variant="caption" color="textSecondary" component="div" noWrap>
              {item.subject.case_number} · {item.held_reason ?? item.holder?.name ?? t('queue.free')}
            </Typography>
          </Box>
          <Urgency dueAt={item.due_at} shareUsed={item.share_used} critical={item.critical} />
        </Box>
      ))}
    </Panel>
  );
}
