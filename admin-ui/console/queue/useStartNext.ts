import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { post } from '../../shared/api.ts';
import { problemOf, problemText } from '../../shared/problem-text.ts';
import { useSpeech } from '../../shared/text.tsx';
import type { WorkItem } from '../api/work-item.ts';
import { useMay } from '../providers/session.ts';

export interface Stream {
  kind?: string;
  channel?: string;
  language?: string;
}

/** Claims the most urgent item this person may take and opens it. */
export function useStartNext() {
  const { t } = useSpeech();
  const notify = useNotify();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const may = useMay();
  const { mutate, isPending } = useMutation({
    mutationFn: (stream: Stream | undefined) =>
      post<{ item: WorkItem }>('/api/work-items/start-next', stream ? { stream } : {}),
    onSuccess: ({ item }) => {
      queries.invalidateQueries({ queryKey: ['work-items'] });
      queries.invalidateQueries({ queryKey: ['summary'] });
      navigate(`/applications/${item.subject.id}/show`);
    },
    onError: (error) => {
      const calm = ['nothing_waiting', 'nobody_eligible'].includes(problemOf(error).code);
      notify(problemText(t, error), { type: calm ? 'info' : 'error' });
    },
  });
  return { run: (stream?: Stream) => mutate(stream), isPending, allowed: may('queue.work') };
}
