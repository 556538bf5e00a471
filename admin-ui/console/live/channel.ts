/** What the stream says: something happened to this record. The content is asked for separately. */
export interface LiveMessage {
  topic: string;
  id: string;
  type: string;
  version: number | null;
}

export type LiveState = 'connecting' | 'live' | 'polling';

interface Handlers {
  onMessage: (message: LiveMessage) => void;
  onState: (state: LiveState) => void;
}

const name = 'assay-live';

/** The one tab that holds the stream; it ends when `signal` does. */
function stream(handlers: Handlers, tell: (data: unknown) => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const source = new EventSource('/api/live');
    const state = (next: LiveState) => {
      handlers.onState(next);
      tell({ state: next });
    };
    source.onopen = () => state('live');
    source.onerror = () => state(source.readyState === EventSource.CLOSED ? 'polling' : 'connecting');
    source.onmessage = (event) => {
      const message = JSON.parse(event.data) as LiveMessage;
      handlers.onMessage(message);
      tell({ message });
    };
    signal.addEventListener('abort', () => {
      source.close();
      resolve();
    });
  });
}

/**
 * One stream per browser however many tabs are open: the tab that gets the lock listens and passes everything on.
 * Where the browser knows no locks each tab listens itself. Returns the way to stop.
 */
export function listen(handlers: Handlers): () => void {
  const stop = new AbortController();
  if (typeof EventSource === 'undefined') {
    handlers.onState('polling');
    return () => undefined;
  }
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name);
  const tell = (data: unknown) => channel?.postMessage(data);
  if (channel)
    channel.onmessage = (event: MessageEvent<{ message?: LiveMessage; state?: LiveState; ask?: true }>) => {
      if (event.data.message) handlers.onMessage(event.data.message);
      if (event.data.state) handlers.onState(event.data.state);
    };
  const lead = () => stream(handlers, tell, stop.signal);
  if (channel && navigator.locks) {
    handlers.onState('live');
    navigator.locks.request(name, { signal: stop.signal }, lead).catch(() => undefined);
  } else lead().catch(() => undefined);
  return () => {
    stop.abort();
    channel?.close();
  };
}
