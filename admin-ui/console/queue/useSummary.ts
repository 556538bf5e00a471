import { useQuery } from '@tanstack/react-query';
import { get } from '../../shared/api.ts';
import type { Summary } from '../api/work-item.ts';
import { useMay } from '../providers/session.ts';

/** How much waits, is worked on, held and overdue; renewed by the live stream. */
export function useSummary() {
  const may = useMay();
  return useQuery({
    queryKey: ['summary'],
    queryFn: ({ signal }) => get<Summary>('/api/work-items/summary', signal),
    enabled: may('queue.read'),
  });
}
