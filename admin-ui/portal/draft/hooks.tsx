import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useSyncExternalStore,
} from 'react';
import { fieldText } from '../../shared/problem-text.ts';
import { useSpeech } from '../../shared/text.tsx';
import type { Draft } from './draft.ts';
import { pathOf, valueAt } from './path.ts';
import { type DraftView, unsaved } from './view.ts';

const DraftContext = createContext<Draft | null>(null);

export function useDraft(): Draft {
  const draft = useContext(DraftContext);
  if (!draft) throw new Error('no draft around this field');
  return draft;
}

/** One part of what is known about the draft; the reader is told only when that part changes. */
export function useView<T>(pick: (view: DraftView) => T): T {
  const draft = useDraft();
  return useSyncExternalStore(draft.subscribe, () => pick(draft.view()));
}

/** The value at a path of the document and how to change it. */
export function useValue<T>(path: string): [T | undefined, (value: T | null) => void] {
  const draft = useDraft();
  const value = useView((view) => valueAt(view.document, path)) as T | undefined;
  return [value ?? undefined, useCallback((next: T | null) => draft.change(path, next), [draft, path])];
}

function codeAt(view: DraftView, path: string): string | null {
  const refused = view.problem?.errors?.find((error) => pathOf(error.pointer) === path);
  if (refused && view.state === 'refused') return refused.code;
  const missing = view.missing.find((one) => one.item === path);
  if (!missing) return null;
  // typed since the last save that said so
  if (missing.code === 'missing' && (valueAt(view.document, path) ?? '') !== '') return null;
  return view.all || (view.touched.has(path) && missing.code !== 'missing') ? missing.code : null;
}

const withoutNumbers = (path: string): string => path.replace(/\.\d+(?=\.|$)/g, '');

/** The key of a field's words: "case_studies.1.title" speaks as "case_studies.title". */
export const wordsOf = (path: string): string => `portal.field.${withoutNumbers(path)}`;

/** What is wrong at a path, in words; null while nothing is or it is too early to say. */
export function useFieldProblem(path: string): string | null {
  const { t } = useSpeech();
  const code = useView((view) => codeAt(view, path));
  if (code === null) return null;
  return t(`${wordsOf(path)}.problem_${code}`, { _: '' }) || fieldText(t, code);
}

/** Holds the draft for everything inside; saves when the page is put away and warns where words would be lost. */
export function DraftProvider({ draft, children }: { draft: Draft; children: ReactNode }) {
  useEffect(() => {
    const put = () => {
      if (document.visibilityState === 'hidden') void draft.flush();
    };
    const back = () => void draft.flush();
    const leave = (event: BeforeUnloadEvent) => {
      if (unsaved(draft.view())) event.preventDefault();
    };
    document.addEventListener('visibilitychange', put);
    window.addEventListener('online', back);
    window.addEventListener('beforeunload', leave);
    return () => {
      document.removeEventListener('visibilitychange', put);
      window.removeEventListener('online', back);
      window.removeEventListener('beforeunload', leave);
    };
  }, [draft]);
  return <DraftContext.Provider value={draft}>{children}</DraftContext.Provider>;
}
