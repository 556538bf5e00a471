import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { ApiProblem, get } from '../../shared/api.ts';
import { openSession, takeToken } from '../session.ts';
import type { PortalApplication } from '../wire.ts';

/** The token of the link that led here; a link pasted into the same tab counts as a new one. */
function useArrivedToken(): string | null {
  const [token, setToken] = useState(takeToken);
  useEffect(() => {
    const look = () => setToken(takeToken());
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, []);
  return token;
}

/** Opens the link or the session there is, then reads the application. */
export function useApplication() {
  const token = useArrivedToken();
  const queries = useQueryClient();
  const session = useQuery({
    queryKey: ['session', token],
    queryFn: async () => {
      const opened = await openSession(token);
      // Another link may open another application than the one this page still shows.
      if (token !== null) void queries.resetQueries({ queryKey: ['application'] });
      return opened;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  const application = useQuery({
    queryKey: ['application'],
    queryFn: ({ signal }) => get<PortalApplication>('/api/portal/application', signal),
    enabled: session.data?.state === 'open',
  });
  const refresh = useCallback(() => void queries.invalidateQueries({ queryKey: ['application'] }), [queries]);
  const gone = application.error instanceof ApiProblem && [401, 403, 404].includes(application.error.status);
  return {
    session,
    application,
    refresh,
    error: session.error ?? (application.data && !gone ? null : application.error),
    retry: () => void (session.error ? session.refetch() : application.refetch()),
  };
}
