import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { WorkItem } from '../api/work-item.ts';
import { useChord, useShortcuts } from '../keys/useShortcuts.ts';
import { useItemCommand } from './useItemCommand.ts';

/** j and k move a mark through the rows, c claims the marked one, Ctrl-Enter opens it. Gives its place, -1 for none. */
export function useQueueKeys(rows: readonly WorkItem[]): number {
  const [mark, setMark] = useState<string>();
  const navigate = useNavigate();
  const open = (item: WorkItem) => navigate(`/applications/${item.subject.id}/show`);
  const { mutate } = useItemCommand(open);
  const at = rows.findIndex((row) => row.id === mark);
  const move = (by: number) => {
    const next = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
    if (next) setMark(next.id);
  };
  const marked = rows[at];
  useShortcuts({
    down: () => move(1),
    up: () => move(-1),
    claim: marked?.eligible && !marked.holder ? () => mutate({ item: marked, command: 'claim' }) : undefined,
  });
  useChord('Enter', marked ? () => open(marked) : undefined);
  useEffect(() => {
    if (at >= 0) document.querySelectorAll('tbody tr')[at]?.scrollIntoView?.({ block: 'nearest' });
  }, [at]);
  return at;
}
