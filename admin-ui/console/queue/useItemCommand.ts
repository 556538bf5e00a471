import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { post } from '../../shared/api.ts';
import { problemText } from '../../shared/problem-text.ts';
import { useSpeech } from '../../shared/text.tsx';
import type { WorkItem } from '../api/work-item.ts';

interface Run {
  item: Pick<WorkItem, 'id' | 'version'>;
  command: 'claim' | 'release' | 'hold' | 'resume' | 'take-over' | 'declare-conflict';
  body?: Record<string, unknown>;
}

/** Runs one command on a work item with the version it was decided on. Never optimistic: the reply is shown. */
export function useItemCommand(onDone?: (row: WorkItem) => void) {
  const { t } = useSpeech();
  const notify = useNotify();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ item, command, body }: Run) =>
      post<WorkItem>(`/api/work-items/${item.id}/${command}`, body, item.version),
    onSuccess: onDone,
    onError: (error) => notify(problemText(t, error), { type: 'error' }),
    onSettled: () => {
      for (const name of ['work-items', 'summary', 'dossier'])
        queries.invalidateQueries({ queryKey: [name] });
    },
  });
}
