import { problemOf } from '../../shared/problem-text.ts';
import type { Document, Hint, Newer, PortalApplication, Saved } from '../wire.ts';
import { keepCopy, keptCopy } from './kept-copy.ts';
import { withValue } from './path.ts';
import { same } from './same.ts';
import type { DraftView } from './view.ts';

export interface Draft {
  subscribe(listener: () => void): () => void;
  view(): DraftView;
  /** How often the server kept it, as far as this tab knows. */
  saves(): number;
  /** Another tab saved meanwhile: both are kept until the applicant chooses. */
  behind(newer: Newer): void;
  change(path: string, value: unknown): void;
  touch(path: string): void;
  showAll(): void;
  heard(hints: Hint[]): void;
  /** Saves what is unsaved now; resolves when the server has it or the try failed (see `view().state`). */
  flush(): Promise<void>;
  keepMine(): void;
  takeNewer(): void;
  stop(): void;
}

type Save = (input: { document: Document; saves: number }) => Promise<Saved>;

const pause = 900;
const longest = 5_000;
const retries = [2_000, 4_000, 8_000, 15_000, 30_000];

/**
 * The document while it is typed: saved shortly after each pause, tried again while the server cannot be reached, and
 * never overwriting what another tab saved. Everything unsaved also stays in this tab's storage.
 */
export function makeDraft(application: PortalApplication, save: Save): Draft {
  const listeners = new Set<() => void>();
  let saves = application.saves;
  let dirtySince: number | null = null;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let sent: Document | null = null;
  let view: DraftView = {
    document: application.document,
    state: 'saved',
    savedAt: application.saved_at,
    missing: application.missing,
    hints: null,
    problem: null,
    newer: null,
    touched: new Set(),
    all: false,
  };
  const set = (next: Partial<DraftView>) => {
    view = { ...view, ...next };
    for (const listener of listeners) listener();
  };
  const copy = () => keepCopy(application.id, { saves, document: view.document });
  const soon = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  };

  const meet = (newer: Newer) => {
    if (same(newer.document, view.document) || (sent && same(newer.document, sent))) {
      // an earlier try of ours arrived and only its answer was lost
      saves = newer.saves;
      set({ state: 'typing' });
      soon(0);
    } else set({ state: 'stale', newer });
  };

  const fail = (error: unknown) => {
    const problem = problemOf(error);
    dirtySince ??= Date.now();
    const current = problem.current as Newer | undefined;
    if (problem.code === 'stale_version' && current) meet(current);
    else if (problem.status === 0 || problem.status >= 500 || problem.status === 429) {
      set({ state: 'waiting', problem });
      soon(retries[Math.min(tries, retries.length - 1)] ?? 30_000);
      tries += 1;
    } else if ([400, 413, 422].includes(problem.status)) set({ state: 'refused', problem });
    else set({ state: 'closed', problem });
  };

  const send = async () => {
    sent = view.document;
    dirtySince = null;
    set({ state: 'saving' });
    try {
      const reply = await save({ document: sent, saves });
      ({ saves } = reply);
      tries = 0;
      const more = dirtySince !== null;
      set({
        state: more ? 'typing' : 'saved',
        savedAt: reply.saved_at,
        missing: reply.missing,
        hints: reply.hints,
        problem: null,
      });
      if (more) {
        copy();
        soon(pause);
      } else keepCopy(application.id, null);
    } catch (error) {
      fail(error);
    }
  };

  async function flush(): Promise<void> {
    clearTimeout(timer);
    if (running) await running;
    if (dirtySince === null || view.state === 'stale' || view.state === 'closed') return;
    clearTimeout(timer);
    running = send();
    await running;
    running = null;
  }

  const write = (document: Document) => {
    dirtySince ??= Date.now();
    const still = view.state === 'stale' || view.state === 'closed' || view.state === 'saving';
    set({ document, state: still ? view.state : 'typing' });
    copy();
    if (!still) soon(Math.max(0, Math.min(pause, dirtySince + longest - Date.now())));
  };

  const leftOver = keptCopy(application.id);
  if (leftOver && !same(leftOver.document, application.document)) {
    view = { ...view, document: leftOver.document };
    dirtySince = Date.now();
    if (leftOver.saves === saves) {
      view.state = 'typing';
      soon(0);
    } else {
      const { document, saved_at } = application;
      view = { ...view, state: 'stale', newer: { document, saves, saved_at } };
    }
  } else if (leftOver) keepCopy(application.id, null);

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    view: () => view,
    saves: () => saves,
    behind(newer) {
      dirtySince ??= Date.now();
      copy();
      set({ state: 'stale', newer });
    },
    change: (path, value) => write(withValue(view.document, path, value)),
    touch(path) {
      if (!view.touched.has(path)) set({ touched: new Set(view.touched).add(path) });
    },
    showAll: () => view.all || set({ all: true }),
    heard: (hints) => set({ hints }),
    flush,
    keepMine() {
      saves = view.newer?.saves ?? saves;
      dirtySince ??= Date.now();
      set({ state: 'typing', newer: null });
      copy();
      soon(0);
    },
    takeNewer() {
      if (!view.newer) return;
      const { document, saved_at } = view.newer;
      saves = view.newer.saves;
      dirtySince = null;
      keepCopy(application.id, null);
      set({ document, savedAt: saved_at, state: 'saved', newer: null, problem: null });
    },
    stop: () => clearTimeout(timer),
  };
}
