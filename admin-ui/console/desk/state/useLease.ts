import { useEffect, useRef, useState } from 'react';
import { post } from '../../../shared/api.ts';
import { useNow } from '../../../shared/clock.ts';
import type { WorkItem } from '../../api/work-item.ts';

const renewAtMostMs = 60_000;
const warnMs = 5 * 60_000;

/** Renews the claim while its holder is active; tells how long it still lasts once that is under five minutes. */
export function useLease(item: WorkItem | null, mine: boolean): { leftMs: number; warn: boolean } {
  const now = useNow(10_000);
  const renewed = useRef(0);
  const [extended, setExtended] = useState<string | null>(null);
  const id = item?.id;
  const holds = mine && item?.state === 'claimed';
  useEffect(() => {
    if (!holds || !id) return;
    const active = () => {
      if (Date.now() - renewed.current < renewAtMostMs) return;
      renewed.current = Date.now();
      // A refusal shows in the dossier, which the live stream renews.
      post<WorkItem>(`/api/work-items/${id}/extend`)
        .then((row) => setExtended(row.lease_until))
        .catch(() => undefined);
    };
    const events = ['keydown', 'pointerdown', 'wheel'] as const;
    for (const name of events) window.addEventListener(name, active, { passive: true });
    return () => {
      for (const name of events) window.removeEventListener(name, active);
    };
  }, [holds, id]);
  const last = [item?.lease_until, extended]
    .filter((at) => at !== null && at !== undefined)
    .sort()
    .at(-1);
  const until = holds && last ? new Date(last).getTime() : Number.POSITIVE_INFINITY;
  const leftMs = until - now;
  return { leftMs, warn: holds === true && leftMs < warnMs };
}
