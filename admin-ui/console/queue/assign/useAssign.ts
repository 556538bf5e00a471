import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { call } from '../../../shared/api.ts';
import type { BulkReply, WorkItem } from '../../api/work-item.ts';

/** Stands for "back into the queue" where a person would stand. */
export const backToQueue = 'queue';

interface Wish {
  items: readonly WorkItem[];
  /** A person's id, or `backToQueue`. */
  to: string;
  reason: string;
}

/**
 * Gives items to a person or back to the queue in one command with a result per row. Trying the same again after a lost
 * answer sends the same key, so that nothing is done twice.
 */
export function useAssign(onDone: (reply: BulkReply) => void) {
  const queries = useQueryClient();
  const keys = useRef(new Map<string, string>());
  return useMutation({
    mutationFn: async ({ items, to, reason }: Wish) => {
      const back = to === backToQueue;
      const body = {
        ...(back ? {} : { person_id: to }),
        reason,
        items: items.map(({ id, version }) => ({ id, version })),
      };
      const wish = JSON.stringify(body);
      const key = keys.current.get(wish) ?? crypto.randomUUID();
      keys.current.set(wish, key);
      const path = `/api/work-items/bulk/${back ? 'take-back' : 'assign'}`;
      const headers = { 'Idempotency-Key': key };
      return (await call<BulkReply>(path, { method: 'POST', body, headers })).data;
    },
    onSuccess: onDone,
    onSettled: () => {
      for (const name of ['work-items', 'summary', 'dossier', 'candidates'])
        queries.invalidateQueries({ queryKey: [name] });
    },
  });
}
