import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { post } from '../../../shared/api.ts';
import type { Dossier } from '../../api/types.ts';

export interface Outcome {
  next_item_id?: string | null;
}

const paths: Record<string, string> = {
  request_changes: 'request-changes',
  accept_item: 'accept-item',
  confirm_finding: 'confirm-finding',
  let_claim_stand: 'let-claim-stand',
  send_now: 'send-now',
  decline_second: 'second',
  take_over: 'take-over',
};
const ofItem = new Set(['claim', 'release', 'hold', 'resume', 'take_over', 'declare_conflict']);
export const pathOf = (command: string) => paths[command] ?? command.replaceAll('_', '-');

/**
 * Runs commands on the application as it is shown. Nothing is shown as done before the server said so; a newer state
 * is fetched and stands beside what was being written.
 */
export function useRun(dossier: Dossier | undefined) {
  const queries = useQueryClient();
  const [running, setRunning] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const run = useCallback(
    async (command: string, body?: Record<string, unknown>): Promise<boolean> => {
      if (!dossier) return false;
      const onItem = ofItem.has(command) && dossier.item;
      const base = onItem ? `/api/work-items/${dossier.item?.id}` : `/api/applications/${dossier.id}`;
      const version = onItem ? dossier.item?.version : dossier.version;
      setRunning(command);
      setProblem(null);
      try {
        setOutcome((await post<Outcome>(`${base}/${pathOf(command)}`, body, version)) ?? null);
        return true;
      } catch (error) {
        setProblem(error);
        return false;
      } finally {
        await queries.invalidateQueries({ queryKey: ['dossier', dossier.id] });
        for (const name of ['work-items', 'summary', 'applications'])
          queries.invalidateQueries({ queryKey: [name] });
        setRunning(null);
      }
    },
    [dossier, queries],
  );
  return { run, running, problem, clear: useCallback(() => setProblem(null), []), outcome };
}
