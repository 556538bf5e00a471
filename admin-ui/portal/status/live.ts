import { useEffect } from 'react';

const pollEvery = 15_000;

/** Calls back when the own application changed: at once by the stream, by asking every 15 s while there is none. */
export function useLive(onChange: () => void): void {
  useEffect(() => {
    let settle: ReturnType<typeof setTimeout> | undefined;
    let poll: ReturnType<typeof setInterval> | undefined;
    const ask = () => {
      poll ??= setInterval(onChange, pollEvery);
    };
    const rest = () => {
      clearInterval(poll);
      poll = undefined;
    };
    const look = () => {
      if (document.visibilityState === 'visible') onChange();
    };
    document.addEventListener('visibilitychange', look);
    let source: EventSource | null = null;
    if (typeof EventSource === 'undefined') ask();
    else {
      source = new EventSource('/api/portal/live');
      source.onopen = () => {
        rest();
        // what happened while there was no stream, and in the moment until its reader is in place
        onChange();
        settle = setTimeout(onChange, 1_000);
      };
      source.onmessage = onChange;
      source.onerror = () => {
        clearTimeout(settle);
        ask();
      };
    }
    return () => {
      rest();
      clearTimeout(settle);
      source?.close();
      document.removeEventListener('visibilitychange', look);
    };
  }, [onChange]);
}
