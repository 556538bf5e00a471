import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { post } from '../../shared/api.ts';
import { problemOf } from '../../shared/problem-text.ts';
import { useSpeech } from '../../shared/text.tsx';
import { wordBookProblem } from './book-problem.ts';

interface Run {
  verb: string;
  body: Record<string, unknown>;
}

/** A command on the book as it is shown; a newer state is fetched when somebody was faster. */
export function useBookCommand(book: { id: string; revision: number }, onDone?: () => void) {
  const { t } = useSpeech();
  const notify = useNotify();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ verb, body }: Run) => post(`/api/policies/${book.id}/${verb}`, body, book.revision),
    onSuccess: onDone,
    onError: (error) => notify(wordBookProblem(t, problemOf(error)), { type: 'error' }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['policies'] }),
  });
}
