import { useMutation, useQueryClient } from '@tanstack/react-query';
import { post } from '../../shared/api.ts';
import { keepSession, type Session } from '../providers/session.ts';

/** One step of signing in; the reply says what comes next. Nothing of an earlier person stays in memory. */
export function useSignIn(path: 'sign-in' | 'second-factor') {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Record<string, unknown>) => post<Session>(`/api/session/${path}`, body),
    onSuccess: (session) => {
      queries.clear();
      keepSession(session);
    },
  });
}
