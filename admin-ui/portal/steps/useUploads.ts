import { useEffect, useRef, useState } from 'react';
import { problemOf } from '../../shared/problem-text.ts';
import { useDraft } from '../draft/hooks.tsx';
import { valueAt } from '../draft/path.ts';
import { useFiles } from './files.tsx';
import { refusal, upload } from './upload.ts';
import { filesPerCase } from './vocabulary.ts';

export interface Running {
  key: number;
  file: File;
  share: number;
  /** Why it did not work; null while it runs. */
  problem: string | null;
  cancel: () => void;
}

let keys = 0;

/** Uploads into one list of file ids: several at once, each with its progress and its own failure. */
export function useUploads(path: string) {
  const draft = useDraft();
  const files = useFiles();
  const [running, setRunning] = useState<Running[]>([]);
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);
  const patch = (key: number, next: Partial<Running>) =>
    alive.current && setRunning((now) => now.map((one) => (one.key === key ? { ...one, ...next } : one)));
  const drop = (key: number) => alive.current && setRunning((now) => now.filter((one) => one.key !== key));
  const idsNow = () => (valueAt(draft.view().document, path) as string[] | undefined) ?? [];

  const start = (file: File) => {
    keys += 1;
    const key = keys;
    const add = (problem: string | null, cancel: () => void) =>
      setRunning((now) => [...now, { key, file, share: 0, problem, cancel }]);
    const against = refusal(file);
    if (against !== null) return add(against, () => undefined);
    const { done, cancel } = upload(file, (share) => patch(key, { share }));
    add(null, cancel);
    done.then(
      (kept) => {
        files.add(kept);
        draft.change(path, [...idsNow(), kept.id]);
        drop(key);
      },
      (error) => {
        const { code } = problemOf(error);
        if (code === 'cancelled') drop(key);
        else patch(key, { problem: code });
      },
    );
  };
  const send = (chosen: readonly File[]) => {
    const room = filesPerCase - idsNow().length - running.filter((one) => one.problem === null).length;
    for (const file of chosen.slice(0, Math.max(0, room))) start(file);
    return chosen.length <= room;
  };
  const again = (one: Running) => {
    drop(one.key);
    start(one.file);
  };
  return { running, send, drop, again, idsNow };
}
