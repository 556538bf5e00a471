import { useSyncExternalStore } from 'react';

const paper = () => window.matchMedia('print');

function subscribe(tell: () => void): () => void {
  const query = paper();
  query.addEventListener('change', tell);
  return () => query.removeEventListener('change', tell);
}

/** True while the page is laid out for paper. */
export const usePrinting = (): boolean => useSyncExternalStore(subscribe, () => paper().matches);
