import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { post } from '../../shared/api.ts';
import { problemText } from '../../shared/problem-text.ts';
import { useSpeech } from '../../shared/text.tsx';

interface Run {
  path: string;
  body?: Record<string, unknown>;
}

/** A command about people or their roles; lists follow when the server has said yes. */
export function usePersonCommand<T = unknown>(onDone?: (reply: T) => void) {
  const { t } = useSpeech();
  const notify = useNotify();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ path, body }: Run) => post<T>(path, body),
    onSuccess: onDone,
    onError: (error) => notify(problemText(t, error), { type: 'error' }),
    onSettled: () => {
      queries.invalidateQueries({ queryKey: ['people'] });
      queries.invalidateQueries({ queryKey: ['role-requests'] });
    },
  });
}
