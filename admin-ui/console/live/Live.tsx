import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { type LiveMessage, type LiveState, listen } from './channel.ts';

const LiveContext = createContext<LiveState>('connecting');
export const useLiveState = (): LiveState => useContext(LiveContext);

/** Which lists and records an event makes old, by the kind of its subject. */
const staleBy: Record<string, readonly string[]> = {
  work_item: ['work-items', 'summary'],
  application: ['applications', 'work-items', 'summary', 'mails'],
  mail: ['mails'],
  specialist: ['specialists'],
  person: ['people', 'role-requests'],
  role_request: ['role-requests'],
  api_key: ['api-keys'],
};
const pollMs = 20_000;
const gatherMs = 250;

/** Keeps every list and dossier on the screen in step with what colleagues and jobs do. */
export function Live({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const [state, setState] = useState<LiveState>('connecting');
  const gathered = useRef(new Map<string, LiveMessage>());

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = () => {
      timer = undefined;
      const messages = [...gathered.current.values()];
      gathered.current.clear();
      const names = new Set(messages.flatMap((message) => staleBy[message.topic] ?? []));
      for (const name of names) queries.invalidateQueries({ queryKey: [name] });
      for (const { id } of messages) queries.invalidateQueries({ queryKey: ['dossier', id] });
      if (names.has('work-items')) queries.invalidateQueries({ queryKey: ['dossier'] });
      if (messages.length > 0) queries.invalidateQueries({ queryKey: ['home'] });
    };
    const stop = listen({
      onState: setState,
      onMessage: (message) => {
        gathered.current.set(`${message.topic}:${message.id}`, message);
        timer ??= setTimeout(flush, gatherMs);
      },
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [queries]);

  useEffect(() => {
    if (state !== 'polling') return;
    const timer = setInterval(() => queries.invalidateQueries(), pollMs);
    return () => clearInterval(timer);
  }, [state, queries]);

  return <LiveContext.Provider value={state}>{children}</LiveContext.Provider>;
}
