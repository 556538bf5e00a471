import { useEffect, useRef, useState } from 'react';
import { post } from '../../../shared/api.ts';
import type { DraftKind } from '../../api/types.ts';
import { useDesk } from './desk-context.ts';

export type DraftState = 'none' | 'saving' | 'saved' | 'failed';
const pauseMs = 700;

/**
 * What is being written, kept by the server as it is typed, so that it survives a lost lease, a closed tab and a
 * newer state. `initial` is used where nothing was kept yet.
 */
export function useDraft<T>(kind: DraftKind, initial: () => T) {
  const { dossier } = useDesk();
  const kept = dossier.drafts.find((draft) => draft.kind === kind);
  const [content, setContent] = useState<T>(() => (kept ? (kept.content as T) : initial()));
  const [state, setState] = useState<DraftState>(kept ? 'saved' : 'none');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(content);
  const path = `/api/applications/${dossier.id}`;

  const save = async () => {
    timer.current = undefined;
    try {
      await post(`${path}/save-draft`, { kind, content: latest.current });
      setState('saved');
    } catch {
      setState('failed');
    }
  };
  const change = (next: T) => {
    latest.current = next;
    setContent(next);
    setState('saving');
    clearTimeout(timer.current);
    timer.current = setTimeout(save, pauseMs);
  };
  const discard = async () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    await post(`${path}/discard-draft`, { kind }).catch(() => undefined);
  };
  const saveNow = useRef(save);
  saveNow.current = save;
  useEffect(
    () => () => {
      if (timer.current === undefined) return;
      clearTimeout(timer.current);
      saveNow.current().catch(() => undefined);
    },
    [],
  );
  return { content, change, state, discard, restored: kept !== undefined };
}
