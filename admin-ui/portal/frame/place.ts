import { useMemo, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('popstate', tell);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('popstate', tell);
  };
}

const here = () => window.location.pathname + window.location.search;

/** Goes to another address of the portal; the browser's back button returns. */
export function go(to: string, how: { replace?: boolean } = {}): void {
  if (to === here()) return;
  if (how.replace) window.history.replaceState(null, '', to);
  else window.history.pushState(null, '', to);
  tell();
}

/** Where the reader is: the path and what stands behind the question mark. */
export function usePlace(): { path: string; params: URLSearchParams } {
  const address = useSyncExternalStore(subscribe, here);
  return useMemo(() => {
    const url = new URL(address, window.location.origin);
    return { path: url.pathname, params: url.searchParams };
  }, [address]);
}
