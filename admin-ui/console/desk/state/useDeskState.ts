import { useCallback, useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { Dossier } from '../../api/types.ts';
import { composers, has } from '../decision/bar-commands.ts';
import type { Composer, Desk } from './desk-context.ts';
import { findingOrder } from './findings.ts';
import { type Outcome, useRun } from './useRun.ts';

/** Opens the letter that the address asks for, once, where the server still permits it: the way back from home. */
function useAskedComposer(dossier: Dossier, open: (composer: Composer) => void): void {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('compose');
  useEffect(() => {
    if (asked === null) return;
    setSearch({}, { replace: true });
    const allowed = dossier.commands.some((one) => one.command === asked && one.allowed);
    if (allowed && has(composers, asked)) open(asked);
  }, [asked, dossier.commands, open, setSearch]);
}

/** What is picked and what is being written on one application. */
export function useDeskState(dossier: Dossier): {
  desk: Desk;
  outcome: Outcome | null;
  step: (by: number) => void;
} {
  const [finding, pick] = useState<string | null>(null);
  const [composer, setComposer] = useState<Composer | null>(null);
  useAskedComposer(dossier, setComposer);
  const { run, running, problem, clear, outcome } = useRun(dossier);
  const order = useMemo(() => findingOrder(dossier.reading), [dossier.reading]);
  const compose = useCallback(
    (next: Composer | null) => {
      clear();
      setComposer(next);
    },
    [clear],
  );
  const step = (by: number) => {
    const at = finding === null ? -1 : order.indexOf(finding);
    const next = order[Math.max(0, Math.min(order.length - 1, at + by))];
    if (next) pick(next);
  };
  const desk: Desk = {
    dossier,
    finding,
    pick,
    composer,
    compose,
    command: (name) => dossier.commands.find((one) => one.command === name),
    run,
    running,
    problem,
  };
  return { desk, outcome, step };
}
