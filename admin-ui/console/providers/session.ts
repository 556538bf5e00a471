import { useSyncExternalStore } from 'react';
import type { PermissionKey } from '../../../server/access/matrix.ts';
import type { SessionReply } from '../../../server/people/schema/session.ts';
import { get, keepToken, post } from '../../shared/api.ts';

export type Session = SessionReply;

let current: Session | undefined;
let loading: Promise<Session> | undefined;
const listeners = new Set<() => void>();

/** Takes what the server said about who is here; every part of the console that shows it is told. */
export function keepSession(session: Session): Session {
  current = session;
  keepToken(session.csrf);
  for (const listener of listeners) listener();
  return session;
}

/** Who is here, asked once and then remembered until it changes. */
export function loadSession(): Promise<Session> {
  if (current) return Promise.resolve(current);
  loading ??= get<Session>('/api/session')
    .then(keepSession)
    .finally(() => {
      loading = undefined;
    });
  return loading;
}

export function forgetSession(): void {
  current = undefined;
  for (const listener of listeners) listener();
}

export async function signOut(): Promise<void> {
  try {
    await post('/api/session/sign-out');
  } catch {
    // already ended: the next question to the server says so
  }
  forgetSession();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useSession = (): Session | undefined => useSyncExternalStore(subscribe, () => current);

/** Whether the matrix gives this person any grant; the server decides again on every request. */
export function useMay(): (permission: PermissionKey) => boolean {
  const session = useSession();
  return (permission) => (session?.permissions[permission] ?? 'none') !== 'none';
}
